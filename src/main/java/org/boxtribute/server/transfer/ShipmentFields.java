package org.boxtribute.server.transfer;

import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT;
import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.ObjectBinding;
import org.boxtribute.server.organisation.BaseLoader;
import org.boxtribute.server.organisation.UserLoader;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.security.Requirement;

/** The fields of the type Shipment. */
@Singleton
final class ShipmentFields implements FieldBindings {
  private static final Requirement<ShipmentRecord> BASES_READABLE =
      requires(BASE_READ).inAnyBaseOf(ShipmentFields::bases);

  private final ShipmentLabelLoader labels;
  private final BaseLoader bases;
  private final TransferAgreementLoader agreements;
  private final ShipmentDetailsLoader details;
  private final UserLoader users;

  ShipmentFields(
      ShipmentLabelLoader labels,
      BaseLoader bases,
      TransferAgreementLoader agreements,
      ShipmentDetailsLoader details,
      UserLoader users) {
    this.labels = labels;
    this.bases = bases;
    this.agreements = agreements;
    this.details = details;
    this.users = users;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.enumeration("ShipmentDirection", ShipmentDirection.class);

    ObjectBinding<ShipmentRecord> shipment = bindings.object("Shipment", ShipmentRecord.class);
    shipment.column("id", SHIPMENT.ID);
    shipment.load("labelIdentifier", ShipmentLabel::of, labels);
    shipment.column("state", SHIPMENT.STATE);
    shipment
        .value("direction", arguments -> arguments.id("baseId"), ShipmentDirection::of)
        .guardedBy(requires(BASE_READ).inBase(base -> base));
    shipment.load("sourceBase", ShipmentRecord::getSourceBaseId, bases).guardedBy(BASES_READABLE);
    shipment.load("targetBase", ShipmentRecord::getTargetBaseId, bases).guardedBy(BASES_READABLE);
    shipment.load("transferAgreement", ShipmentRecord::getTransferAgreementId, agreements);
    shipment.loadList("details", ShipmentRecord::getId, details);

    shipment.column("startedOn", SHIPMENT.STARTED_ON);
    shipment.load("startedBy", ShipmentRecord::getStartedById, users);
    shipment.column("canceledOn", SHIPMENT.CANCELED_ON);
    shipment.load("canceledBy", ShipmentRecord::getCanceledById, users);
    shipment.column("sentOn", SHIPMENT.SENT_ON);
    shipment.load("sentBy", ShipmentRecord::getSentById, users);
    shipment.column("receivingStartedOn", SHIPMENT.RECEIVING_STARTED_ON);
    shipment.load("receivingStartedBy", ShipmentRecord::getReceivingStartedById, users);
    shipment.column("completedOn", SHIPMENT.COMPLETED_ON);
    shipment.load("completedBy", ShipmentRecord::getCompletedById, users);
  }

  /** The bases whose users may see a shipment. */
  static List<Integer> bases(ShipmentRecord shipment) {
    return List.of(shipment.getSourceBaseId(), shipment.getTargetBaseId());
  }
}
