package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.boxtribute.server.security.Requirement;

/** The rules by which QR codes come into being. */
@Singleton
final class QrCodeService {
  private static final Requirement<Object> MAY_WRITE = requires(STOCK_WRITE).anywhere();

  private final QrCodeRepository qrCodes;
  private final Boxes boxes;

  QrCodeService(QrCodeRepository qrCodes, Boxes boxes) {
    this.qrCodes = qrCodes;
    this.boxes = boxes;
  }

  /**
   * Creates a QR code.
   *
   * @param label of the box that the code is put on, if there is one
   */
  QrCodeRecord create(Transaction transaction, Optional<String> label) {
    if (label.isEmpty()) {
      return create(transaction);
    }
    MAY_WRITE.check(transaction.user(), label);
    BoxRecord box = boxes.lock(transaction, label.get());
    boxes.check(transaction, STOCK_WRITE, List.of(box));
    QrCodeRecord qrCode = create(transaction);
    box.setQrCodeId(qrCode.getId());
    boxes.store(transaction, List.of(box));
    return qrCode;
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

  private static String codeOf(int id) {
    byte[] digits = String.valueOf(id).getBytes(StandardCharsets.US_ASCII);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(digits));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform knows MD5", impossible);
    }
  }
}
