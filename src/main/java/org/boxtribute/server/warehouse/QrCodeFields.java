package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.schema.Tables.QR_CODE;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;

/** The fields of the type QrCode. */
@Singleton
final class QrCodeFields implements FieldBindings {
  private final WarehouseLoaders warehouse;

  QrCodeFields(WarehouseLoaders warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<QrCodeRecord> qrCode = bindings.object("QrCode", QrCodeRecord.class);
    qrCode.column("id", QR_CODE.ID);
    qrCode.column("code", QR_CODE.CODE);
    qrCode.load("box", QrCodeRecord::getId, warehouse.boxesOfQrCodes);
    qrCode.column("createdOn", QR_CODE.CREATED_ON);
  }
}
