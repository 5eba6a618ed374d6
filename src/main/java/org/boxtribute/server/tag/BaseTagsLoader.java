package org.boxtribute.server.tag;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldArgumentLoader;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.CurrentUser;

/** The tags of bases. */
@Singleton
final class BaseTagsLoader implements OldArgumentLoader<TagUse, Integer, List<TagRecord>> {
  private final TagRepository tags;

  BaseTagsLoader(TagRepository tags) {
    this.tags = tags;
  }

  @Override
  public Map<Integer, List<TagRecord>> load(TagUse use, Set<Integer> bases, CurrentUser user) {
    return tags.ofBases(bases, use);
  }
}
