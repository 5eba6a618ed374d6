package org.boxtribute.server.tag;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.CurrentUser;

/** Tags by id. The fields that lead to a tag guard themselves. */
@Singleton
public final class TagLoader implements OldLoader<Integer, TagRecord> {
  private final TagRepository tags;

  TagLoader(TagRepository tags) {
    this.tags = tags;
  }

  @Override
  public Map<Integer, TagRecord> load(Set<Integer> ids, CurrentUser user) {
    return tags.byId(ids);
  }
}
