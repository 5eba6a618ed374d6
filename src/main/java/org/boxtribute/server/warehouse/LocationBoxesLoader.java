package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldArgumentLoader;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.security.CurrentUser;

/** Pages of the boxes at locations of all types. The fields that lead to them guard themselves. */
@Singleton
public final class LocationBoxesLoader
    implements OldArgumentLoader<BoxSelection, Integer, Page<BoxRecord>> {
  private final BoxRepository boxes;

  LocationBoxesLoader(BoxRepository boxes) {
    this.boxes = boxes;
  }

  @Override
  public Map<Integer, Page<BoxRecord>> load(
      BoxSelection selection, Set<Integer> locations, CurrentUser user) {
    return boxes.atLocations(locations, selection);
  }
}
