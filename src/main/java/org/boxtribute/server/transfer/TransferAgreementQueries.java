package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_DETAIL_READ;
import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_READ;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.security.CurrentUser;

/** The root query fields about transfer agreements. */
@Singleton
final class TransferAgreementQueries implements FieldBindings {
  private final TransferAgreementRepository agreements;

  TransferAgreementQueries(TransferAgreementRepository agreements) {
    this.agreements = agreements;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query.fetch("transferAgreement", this::transferAgreement);
    query.fetch("transferAgreements", this::transferAgreements);
  }

  private AgreementWithBases transferAgreement(Arguments arguments, CurrentUser user) {
    int id = arguments.id("id");
    AgreementWithBases agreement =
        agreements.find(id).orElseThrow(() -> BadUserInput.doesNotExist("TransferAgreement", id));
    user.requireInAnyOf(TRANSFER_AGREEMENT_READ, agreement.bases());
    return agreement;
  }

  private List<AgreementWithBases> transferAgreements(Arguments arguments, CurrentUser user) {
    return agreements.within(
        user.scope(TRANSFER_AGREEMENT_DETAIL_READ),
        Objects.requireNonNullElse(
            arguments.choices("states", TransferAgreementState.class), List.of()));
  }
}
