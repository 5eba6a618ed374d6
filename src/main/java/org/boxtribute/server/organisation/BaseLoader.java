package org.boxtribute.server.organisation;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;

/** Bases by id. The fields that lead to a base guard themselves. */
@Singleton
public final class BaseLoader implements Loader<Integer, BaseRecord> {
  private final BaseRepository bases;

  BaseLoader(BaseRepository bases) {
    this.bases = bases;
  }

  @Override
  public Map<Integer, BaseRecord> load(Set<Integer> ids, RequestContext request) {
    return bases.byId(ids);
  }
}
