package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.TAG_READ;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.CurrentUser;

/** The tags of boxes, limited to those that the user may see. */
@Singleton
final class BoxTagsLoader implements OldLoader<Integer, List<TagRecord>> {
  private final BoxRepository boxes;

  BoxTagsLoader(BoxRepository boxes) {
    this.boxes = boxes;
  }

  @Override
  public Map<Integer, List<TagRecord>> load(Set<Integer> ids, CurrentUser user) {
    return boxes.tags(ids, user.scope(TAG_READ));
  }
}
