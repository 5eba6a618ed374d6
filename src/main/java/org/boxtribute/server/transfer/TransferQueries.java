package org.boxtribute.server.transfer;

import static java.util.Objects.requireNonNullElse;
import static org.boxtribute.server.security.Permission.SHIPMENT_READ;
import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_DETAIL_READ;
import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;

/** The root query fields about transfer agreements and shipments. */
@Singleton
final class TransferQueries implements FieldBindings {
  private final TransferAgreementRepository agreements;
  private final ShipmentRepository shipments;

  TransferQueries(TransferAgreementRepository agreements, ShipmentRepository shipments) {
    this.agreements = agreements;
    this.shipments = shipments;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query
        .one("transferAgreement", agreements::find)
        .guardedBy(requires(TRANSFER_AGREEMENT_READ).inAnyBaseOf(AgreementWithBases::bases));
    query.list(
        "transferAgreements",
        TRANSFER_AGREEMENT_DETAIL_READ,
        (scope, asked) -> agreements.within(scope, states(asked, TransferAgreementState.class)));
    query
        .one("shipment", shipments::find)
        .guardedBy(requires(SHIPMENT_READ).inAnyBaseOf(ShipmentFields::bases));
    query.list(
        "shipments",
        SHIPMENT_READ,
        (scope, asked) -> shipments.within(scope, states(asked, ShipmentState.class)));
  }

  private static <E extends Enum<E>> List<E> states(Arguments asked, Class<E> constants) {
    return requireNonNullElse(asked.choices("states", constants), List.of());
  }
}
