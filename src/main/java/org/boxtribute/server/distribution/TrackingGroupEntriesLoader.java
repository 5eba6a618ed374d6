package org.boxtribute.server.distribution;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;

/** What was counted in tracking groups. */
@Singleton
final class TrackingGroupEntriesLoader implements OldLoader<Integer, List<TrackingEntry>> {
  private final TrackingGroupRepository groups;

  TrackingGroupEntriesLoader(TrackingGroupRepository groups) {
    this.groups = groups;
  }

  @Override
  public Map<Integer, List<TrackingEntry>> load(Set<Integer> ids, CurrentUser user) {
    return groups.entriesOf(ids);
  }
}
