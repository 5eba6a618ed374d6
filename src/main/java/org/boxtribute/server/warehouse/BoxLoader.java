package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;

/** Boxes by id. The fields that lead to a box guard themselves. */
@Singleton
public final class BoxLoader implements Loader<Integer, BoxRecord> {
  private final BoxRepository boxes;

  BoxLoader(BoxRepository boxes) {
    this.boxes = boxes;
  }

  @Override
  public Map<Integer, BoxRecord> load(Set<Integer> ids, RequestContext request) {
    return boxes.byId(ids);
  }
}
