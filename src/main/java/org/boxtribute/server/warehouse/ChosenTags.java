package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;
import static org.boxtribute.server.security.Requirement.requires;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.tag.TaggableResourceType;

/**
 * The tags that a single box is to have, of those that exist. A tag that was deleted while the
 * client still showed it is passed over like one that never was.
 */
record ChosenTags(Collection<TagRecord> tags) {
  private static final Requirement<Object> MAY_ASSIGN = requires(TAG_RELATION_ASSIGN).anywhere();
  private static final Requirement<TagRecord> MAY_USE =
      requires(TAG_READ).inBase(TagRecord::getBaseId);

  /** Demands that the user may choose tags at all, and these ones. */
  void check(CurrentUser user) {
    MAY_ASSIGN.check(user, this);
    tags.forEach(tag -> MAY_USE.check(user, tag));
  }

  /** All ids. */
  Set<Integer> ids() {
    Set<Integer> ids = new TreeSet<>();
    tags.forEach(tag -> ids.add(tag.getId()));
    return ids;
  }

  /**
   * The ids of the tags that a box lacks and can get.
   *
   * @param attached the ids of the tags that it has
   * @throws BadUserInput if a tag is of another base than the box's, or of a type for other things
   */
  Set<Integer> lacking(Set<Integer> attached, int base) {
    Set<Integer> lacking = new TreeSet<>();
    for (TagRecord tag : tags) {
      if (tag.getBaseId() != base) {
        throw new BadUserInput("The tag '" + tag.getId() + "' is not of the box's base.");
      }
      if (tag.getDeletedOn() == null && !attached.contains(tag.getId())) {
        requireFitting(tag);
        lacking.add(tag.getId());
      }
    }
    return lacking;
  }

  private static void requireFitting(TagRecord tag) {
    if (!tag.getType().fits(TaggableResourceType.BOX)) {
      throw new BadUserInput("The tag '" + tag.getId() + "' cannot be attached to a box.");
    }
  }
}
