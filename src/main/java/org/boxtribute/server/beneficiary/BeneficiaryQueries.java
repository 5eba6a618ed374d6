package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.security.Permission.BENEFICIARY_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
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
    QueryBinding query = bindings.query();
    query
        .one("beneficiary", beneficiaries::find)
        .guardedBy(requires(BENEFICIARY_READ).inBase(BeneficiaryRecord::getBaseId));
    query.list(
        "beneficiaries",
        BENEFICIARY_READ,
        (scope, asked) -> beneficiaries.within(scope, BeneficiarySelection.from(asked)));
  }
}
