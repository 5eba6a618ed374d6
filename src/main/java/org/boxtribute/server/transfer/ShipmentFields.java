package org.boxtribute.server.transfer;

import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT;
import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.organisation.OrganisationLoaders;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.security.Requirement;

/** The fields of the type Shipment. */
@Singleton
final class ShipmentFields implements FieldBindings {
  private static final Requirement<ShipmentRecord> BASES_READABLE =
      requires(BASE_READ).inAnyBaseOf(ShipmentFields::bases);

  private final OrganisationLoaders organisation;
  private final TransferLoaders loaders;

  ShipmentFields(OrganisationLoaders organisation, TransferLoaders loaders) {
    this.organisation = organisation;
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.enumeration(ShipmentState.class);
    bindings.enumeration(ShipmentDirection.class);

    ObjectBinding<ShipmentRecord> shipment = bindings.object("Shipment", ShipmentRecord.class);
    shipment.column("id", SHIPMENT.ID);
    shipment.load("labelIdentifier", ShipmentLabel::of, loaders.labels);
    shipment.column("state", SHIPMENT.STATE);
    shipment
        .value("direction", arguments -> arguments.id("baseId"), ShipmentDirection::of)
        .guardedBy(requires(BASE_READ).inBase(base -> base));
    shipment
        .load("sourceBase", ShipmentRecord::getSourceBaseId, organisation.bases)
        .guardedBy(BASES_READABLE);
    shipment
        .load("targetBase", ShipmentRecord::getTargetBaseId, organisation.bases)
        .guardedBy(BASES_READABLE);
    shipment.load("transferAgreement", ShipmentRecord::getTransferAgreementId, loaders.agreements);
    shipment.loadList("details", ShipmentRecord::getId, loaders.detailsOfShipments);

    shipment.column("startedOn", SHIPMENT.STARTED_ON);
    shipment.load("startedBy", ShipmentRecord::getStartedById, organisation.users);
    shipment.column("canceledOn", SHIPMENT.CANCELED_ON);
    shipment.load("canceledBy", ShipmentRecord::getCanceledById, organisation.users);
    shipment.column("sentOn", SHIPMENT.SENT_ON);
    shipment.load("sentBy", ShipmentRecord::getSentById, organisation.users);
    shipment.column("receivingStartedOn", SHIPMENT.RECEIVING_STARTED_ON);
    shipment.load(
        "receivingStartedBy", ShipmentRecord::getReceivingStartedById, organisation.users);
    shipment.column("completedOn", SHIPMENT.COMPLETED_ON);
    shipment.load("completedBy", ShipmentRecord::getCompletedById, organisation.users);
  }

  /** The bases whose users may see a shipment. */
  static List<Integer> bases(ShipmentRecord shipment) {
    return List.of(shipment.getSourceBaseId(), shipment.getTargetBaseId());
  }
}
