package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.CurrentUser;

/** The tags that are attached to beneficiaries. */
@Singleton
final class BeneficiaryTagsLoader implements OldLoader<Integer, List<TagRecord>> {
  private final BeneficiaryRepository beneficiaries;

  BeneficiaryTagsLoader(BeneficiaryRepository beneficiaries) {
    this.beneficiaries = beneficiaries;
  }

  @Override
  public Map<Integer, List<TagRecord>> load(Set<Integer> ids, CurrentUser user) {
    return beneficiaries.tags(ids);
  }
}
