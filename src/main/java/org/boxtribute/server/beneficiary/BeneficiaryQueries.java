package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.security.Permission.BENEFICIARY_READ;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.graphql.paging.PageRequest;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.security.CurrentUser;

/** The root query fields about beneficiaries. */
@Singleton
final class BeneficiaryQueries implements FieldBindings {
  private final BeneficiaryRepository beneficiaries;

  BeneficiaryQueries(BeneficiaryRepository beneficiaries) {
    this.beneficiaries = beneficiaries;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query.fetch("beneficiary", this::beneficiary);
    query.fetch("beneficiaries", this::beneficiaries);
  }

  private BeneficiaryRecord beneficiary(Arguments arguments, CurrentUser user) {
    int id = arguments.id("id");
    BeneficiaryRecord beneficiary =
        beneficiaries.find(id).orElseThrow(() -> BadUserInput.doesNotExist("Beneficiary", id));
    user.requireIn(BENEFICIARY_READ, beneficiary.getBaseId());
    return beneficiary;
  }

  private Page<BeneficiaryRecord> beneficiaries(Arguments arguments, CurrentUser user) {
    return beneficiaries.within(
        user.scope(BENEFICIARY_READ),
        BeneficiaryFilter.from(arguments),
        PageRequest.from(arguments));
  }
}
