package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.security.Permission.BENEFICIARY_READ;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.BadUserInput;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.Page;
import org.boxtribute.server.graphql.PageRequest;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;

/** The root query fields about beneficiaries. */
@Singleton
final class BeneficiaryQueries implements FieldBindings {
  private final BeneficiaryRepository beneficiaries;

  BeneficiaryQueries(BeneficiaryRepository beneficiaries) {
    this.beneficiaries = beneficiaries;
  }

  @Override
  public void bind(Bindings bindings) {
    RootBinding query = bindings.query();
    query.fetch("beneficiary", this::beneficiary);
    query.fetch("beneficiaries", this::beneficiaries);
  }

  private BeneficiaryRecord beneficiary(Arguments arguments, RequestContext request) {
    int id = arguments.id("id");
    BeneficiaryRecord beneficiary =
        beneficiaries.find(id).orElseThrow(() -> BadUserInput.doesNotExist("Beneficiary", id));
    request.user().requireIn(BENEFICIARY_READ, beneficiary.getBaseId());
    return beneficiary;
  }

  private Page<BeneficiaryRecord> beneficiaries(Arguments arguments, RequestContext request) {
    return beneficiaries.within(
        request.user().scope(BENEFICIARY_READ),
        BeneficiaryFilter.from(arguments),
        PageRequest.from(arguments));
  }
}
