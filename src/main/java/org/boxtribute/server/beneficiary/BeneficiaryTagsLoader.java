package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;

/** The tags that are attached to beneficiaries. */
@Singleton
final class BeneficiaryTagsLoader implements Loader<Integer, List<TagRecord>> {
  private final BeneficiaryRepository beneficiaries;

  BeneficiaryTagsLoader(BeneficiaryRepository beneficiaries) {
    this.beneficiaries = beneficiaries;
  }

  @Override
  public Map<Integer, List<TagRecord>> load(Set<Integer> ids, RequestContext request) {
    return beneficiaries.tags(ids);
  }
}
