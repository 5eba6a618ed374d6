package org.boxtribute.server.tag;

import static org.boxtribute.server.security.Permission.TAG_RELATION_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;

/** When tags were attached for the last time, for users who may read what is attached where. */
@Singleton
final class TagLastUsedOnLoader implements OldLoader<Integer, Instant> {
  private final TagRepository tags;

  TagLastUsedOnLoader(TagRepository tags) {
    this.tags = tags;
  }

  @Override
  public Map<Integer, Instant> load(Set<Integer> ids, CurrentUser user) {
    requires(TAG_RELATION_READ).anywhere().check(user, ids);
    return tags.lastUsedOn(ids);
  }
}
