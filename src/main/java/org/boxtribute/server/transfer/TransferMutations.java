package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.SHIPMENT_CREATE;
import static org.boxtribute.server.security.Permission.SHIPMENT_DETAIL_WRITE;
import static org.boxtribute.server.security.Permission.SHIPMENT_EDIT;
import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_CREATE;
import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_EDIT;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.MutationBinding;
import org.boxtribute.server.security.Requirement;

/** The root mutation fields about transfer agreements and shipments. */
@Singleton
final class TransferMutations implements FieldBindings {
  private static final Requirement<Object> MAY_EDIT = requires(SHIPMENT_EDIT).anywhere();
  private static final Requirement<Object> MAY_EDIT_CONTENTS =
      MAY_EDIT.and(requires(SHIPMENT_DETAIL_WRITE).anywhere());

  private final AgreementService agreements;
  private final ShipmentService shipments;
  private final PreparationService preparations;
  private final ReceptionService receptions;

  TransferMutations(
      AgreementService agreements,
      ShipmentService shipments,
      PreparationService preparations,
      ReceptionService receptions) {
    this.agreements = agreements;
    this.shipments = shipments;
    this.preparations = preparations;
    this.receptions = receptions;
  }

  @Override
  public void bind(Bindings bindings) {
    MutationBinding mutation = bindings.mutation();
    bindAgreements(mutation);
    bindShipments(mutation);
  }

  private void bindAgreements(MutationBinding mutation) {
    mutation
        .write(
            "createTransferAgreement", "creationInput", AgreementCreation::from, agreements::create)
        .guardedBy(requires(TRANSFER_AGREEMENT_CREATE).anywhere());
    mutation
        .write("acceptTransferAgreement", TransferMutations::id, agreements::accept)
        .guardedBy(requires(TRANSFER_AGREEMENT_EDIT).anywhere());
    mutation
        .write("rejectTransferAgreement", TransferMutations::id, agreements::reject)
        .guardedBy(requires(TRANSFER_AGREEMENT_EDIT).anywhere());
    mutation
        .write("cancelTransferAgreement", TransferMutations::id, agreements::cancel)
        .guardedBy(requires(TRANSFER_AGREEMENT_EDIT).anywhere());
  }

  private void bindShipments(MutationBinding mutation) {
    mutation
        .write("createShipment", "creationInput", ShipmentCreation::from, shipments::create)
        .guardedBy(
            requires(SHIPMENT_CREATE).inBase(input -> input.requiredInteger("sourceBaseId")));
    mutation
        .write(
            "updateShipmentWhenPreparing",
            "updateInput",
            PreparationUpdate::from,
            preparations::update)
        .guardedBy(MAY_EDIT_CONTENTS);
    mutation.write("sendShipment", TransferMutations::id, shipments::send).guardedBy(MAY_EDIT);
    mutation
        .write("startReceivingShipment", TransferMutations::id, shipments::startReceiving)
        .guardedBy(MAY_EDIT);
    mutation
        .write(
            "updateShipmentWhenReceiving", "updateInput", ReceptionUpdate::from, receptions::update)
        .guardedBy(MAY_EDIT_CONTENTS);
    mutation
        .write("cancelShipment", TransferMutations::id, shipments::cancel)
        .guardedBy(MAY_EDIT_CONTENTS);
    mutation
        .write("markShipmentAsLost", TransferMutations::id, shipments::markAsLost)
        .guardedBy(MAY_EDIT_CONTENTS);
    mutation
        .write("moveNotDeliveredBoxesInStock", TransferMutations::boxIds, receptions::find)
        .guardedBy(MAY_EDIT);
  }

  private static int id(Arguments arguments) {
    return arguments.id("id");
  }

  private static Set<Integer> boxIds(Arguments arguments) {
    return new TreeSet<>(arguments.ids("boxIds"));
  }
}
