package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.ArgumentLoader;
import org.boxtribute.server.graphql.Page;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;

/** Pages of the boxes at locations of all types. The fields that lead to them guard themselves. */
@Singleton
public final class LocationBoxesLoader
    implements ArgumentLoader<BoxSelection, Integer, Page<BoxRecord>> {
  private final BoxRepository boxes;

  LocationBoxesLoader(BoxRepository boxes) {
    this.boxes = boxes;
  }

  @Override
  public Map<Integer, Page<BoxRecord>> load(
      BoxSelection selection, Set<Integer> locations, RequestContext request) {
    return boxes.atLocations(locations, selection);
  }
}
