package org.boxtribute.server.organisation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.ArgumentLoader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;

/** The bases of organisations. */
@Singleton
final class OrganisationBasesLoader
    implements ArgumentLoader<BaseFilter, Integer, List<BaseRecord>> {
  private final BaseRepository bases;

  OrganisationBasesLoader(BaseRepository bases) {
    this.bases = bases;
  }

  @Override
  public Map<Integer, List<BaseRecord>> load(
      BaseFilter filter, Set<Integer> organisations, RequestContext request) {
    return bases.ofOrganisations(organisations, filter);
  }
}
