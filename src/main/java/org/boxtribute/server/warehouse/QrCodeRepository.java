package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.Conditions.isText;
import static org.boxtribute.server.persistence.schema.Tables.QR_CODE;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.jooq.DSLContext;

/** Statements about QR codes. */
@Singleton
final class QrCodeRepository {
  private final DSLContext sql;

  QrCodeRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The QR codes of the given ids. */
  Map<Integer, QrCodeRecord> byId(Collection<Integer> ids) {
    return sql.selectFrom(QR_CODE).where(QR_CODE.ID.in(ids)).fetchMap(QR_CODE.ID);
  }

  /** The QR code with a text, if there is one; legacy codes come after the others. */
  Optional<QrCodeRecord> find(String code) {
    return sql.selectFrom(QR_CODE)
        .where(isText(QR_CODE.CODE, code))
        .orderBy(QR_CODE.LEGACY, QR_CODE.ID)
        .limit(1)
        .fetchOptional();
  }

  /** Locks the QR code with a text, if there is one; legacy codes come after the others. */
  Optional<QrCodeRecord> lock(Transaction transaction, String code) {
    return transaction
        .sql()
        .selectFrom(QR_CODE)
        .where(isText(QR_CODE.CODE, code))
        .orderBy(QR_CODE.LEGACY, QR_CODE.ID)
        .limit(1)
        .forUpdate()
        .fetchOptional();
  }

  /** Stores what was set of a QR code. */
  void update(Transaction transaction, QrCodeRecord qrCode) {
    transaction.sql().executeUpdate(qrCode);
  }

  /** Whether there is a QR code with a text. */
  boolean exists(String code) {
    return sql.fetchExists(QR_CODE, isText(QR_CODE.CODE, code));
  }
}
