package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.security.CurrentUser;

/** Boxes by id. The fields that lead to a box guard themselves. */
@Singleton
public final class BoxLoader implements OldLoader<Integer, BoxRecord> {
  private final BoxRepository boxes;

  BoxLoader(BoxRepository boxes) {
    this.boxes = boxes;
  }

  @Override
  public Map<Integer, BoxRecord> load(Set<Integer> ids, CurrentUser user) {
    return boxes.byId(ids);
  }
}
