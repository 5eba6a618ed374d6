package org.boxtribute.server.tag;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;

/** Tags by id. The fields that lead to a tag guard themselves. */
@Singleton
public final class TagLoader implements Loader<Integer, TagRecord> {
  private final TagRepository tags;

  TagLoader(TagRepository tags) {
    this.tags = tags;
  }

  @Override
  public Map<Integer, TagRecord> load(Set<Integer> ids, RequestContext request) {
    return tags.byId(ids);
  }
}
