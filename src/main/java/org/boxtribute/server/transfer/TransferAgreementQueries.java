package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_DETAIL_READ;
import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_READ;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.BadUserInput;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.boxtribute.server.persistence.type.TransferAgreementState;

/** The root query fields about transfer agreements. */
@Singleton
final class TransferAgreementQueries implements FieldBindings {
  private final TransferAgreementRepository agreements;

  TransferAgreementQueries(TransferAgreementRepository agreements) {
    this.agreements = agreements;
  }

  @Override
  public void bind(Bindings bindings) {
    RootBinding query = bindings.query();
    query.fetch("transferAgreement", this::transferAgreement);
    query.fetch("transferAgreements", this::transferAgreements);
  }

  private AgreementWithBases transferAgreement(Arguments arguments, RequestContext request) {
    int id = arguments.id("id");
    AgreementWithBases agreement =
        agreements.find(id).orElseThrow(() -> BadUserInput.doesNotExist("TransferAgreement", id));
    request.user().requireInAnyOf(TRANSFER_AGREEMENT_READ, agreement.bases());
    return agreement;
  }

  private List<AgreementWithBases> transferAgreements(Arguments arguments, RequestContext request) {
    return agreements.within(
        request.user().scope(TRANSFER_AGREEMENT_DETAIL_READ),
        Objects.requireNonNullElse(
            arguments.choices("states", TransferAgreementState.class), List.of()));
  }
}
