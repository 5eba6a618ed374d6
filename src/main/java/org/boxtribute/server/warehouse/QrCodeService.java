package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.boxtribute.server.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/** The rules by which QR codes come into being. */
@Singleton
final class QrCodeService {
  private static final String ASSIGNED = "New Qr-code assigned by pdf generation.";

  private final Transactions transactions;
  private final QrCodeRepository qrCodes;
  private final BoxRepository boxes;
  private final BoxAccess access;

  QrCodeService(
      Transactions transactions, QrCodeRepository qrCodes, BoxRepository boxes, BoxAccess access) {
    this.transactions = transactions;
    this.qrCodes = qrCodes;
    this.boxes = boxes;
    this.access = access;
  }

  /**
   * Creates a QR code.
   *
   * @param label of the box that the code is put on, or null for none
   */
  QrCodeRecord create(CurrentUser user, @Nullable String label) {
    return transactions.run(
        user,
        transaction -> {
          if (label == null) {
            return create(transaction);
          }
          BoxRecord box = lockWritable(transaction, label);
          QrCodeRecord qrCode = create(transaction);
          box.setQrCodeId(qrCode.getId());
          boxes.update(transaction, box);
          transaction.history().note(BOX, box.getId(), ASSIGNED);
          return qrCode;
        });
  }

  /** The text of a code follows from its id, which is known once the row is there. */
  private QrCodeRecord create(Transaction transaction) {
    QrCodeRecord created = new QrCodeRecord();
    created.setCreatedOn(transaction.now());
    QrCodeRecord qrCode = transaction.insert(created);
    qrCode.setCode(codeOf(qrCode.getId()));
    qrCodes.update(transaction, qrCode);
    return qrCode;
  }

  private BoxRecord lockWritable(Transaction transaction, String label) {
    BoxRecord box =
        boxes.lock(transaction, label).orElseThrow(() -> BadUserInput.doesNotExist("Box", label));
    access.check(transaction, STOCK_WRITE, box);
    return box;
  }

  private static String codeOf(int id) {
    byte[] digits = String.valueOf(id).getBytes(StandardCharsets.US_ASCII);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(digits));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform knows MD5", impossible);
    }
  }
}
