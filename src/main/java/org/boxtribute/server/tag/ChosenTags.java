package org.boxtribute.server.tag;

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

/**
 * The tags that a resource is to have, of those that exist; the write has locked them. A tag that
 * was deleted while the client still showed it is passed over like one that never was.
 *
 * @param type what kind of resource they are chosen for
 */
public record ChosenTags(Collection<TagRecord> tags, TaggableResourceType type) {
  private static final Requirement<Object> MAY_ASSIGN = requires(TAG_RELATION_ASSIGN).anywhere();
  private static final Requirement<TagRecord> MAY_USE =
      requires(TAG_READ).inBase(TagRecord::getBaseId);

  /** Demands that the user may choose tags at all, and these ones. */
  public void check(CurrentUser user) {
    MAY_ASSIGN.check(user, this);
    tags.forEach(tag -> MAY_USE.check(user, tag));
  }

  /** All ids. */
  public Set<Integer> ids() {
    Set<Integer> ids = new TreeSet<>();
    tags.forEach(tag -> ids.add(tag.getId()));
    return ids;
  }

  /**
   * The ids of the tags that a resource lacks and can get.
   *
   * @param attached the ids of the tags that it has
   * @param base the resource's base
   * @throws BadUserInput if a tag is of another base, or of a type for other resources
   */
  public Set<Integer> lacking(Set<Integer> attached, int base) {
    Set<Integer> lacking = new TreeSet<>();
    for (TagRecord tag : tags) {
      if (tag.getBaseId() != base) {
        throw new BadUserInput(
            "The tag '%d' is not of the %s's base.".formatted(tag.getId(), noun()));
      }
      if (tag.getDeletedOn() == null && !attached.contains(tag.getId())) {
        requireFitting(tag);
        lacking.add(tag.getId());
      }
    }
    return lacking;
  }

  private void requireFitting(TagRecord tag) {
    if (!tag.getType().fits(type)) {
      throw new BadUserInput(
          "The tag '%d' cannot be attached to a %s.".formatted(tag.getId(), noun()));
    }
  }

  private String noun() {
    return switch (type) {
      case BOX -> "box";
      case BENEFICIARY -> "beneficiary";
    };
  }
}
