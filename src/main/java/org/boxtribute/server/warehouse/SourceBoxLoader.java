package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_READ;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.security.CurrentUser;

/** Boxes by id that the user may see; the others are left out. */
@Singleton
final class SourceBoxLoader implements OldLoader<Integer, BoxRecord> {
  private final BoxRepository boxes;
  private final BoxAccess access;

  SourceBoxLoader(BoxRepository boxes, BoxAccess access) {
    this.boxes = boxes;
    this.access = access;
  }

  @Override
  public Map<Integer, BoxRecord> load(Set<Integer> ids, CurrentUser user) {
    Map<Integer, BoxRecord> found = boxes.byId(ids);
    found.keySet().removeAll(access.refusals(user, STOCK_READ, found.values()).keySet());
    return found;
  }
}
