package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;
import static org.boxtribute.server.security.Requirement.requires;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.error.Refusals;
import org.boxtribute.server.graphql.error.UserError;
import org.boxtribute.server.graphql.error.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Forbidden;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.tag.TagError.DeletedTagError;
import org.boxtribute.server.tag.TagError.TagBaseMismatchError;
import org.boxtribute.server.tag.TagError.TagTypeMismatchError;
import org.boxtribute.server.tag.TagType;
import org.boxtribute.server.tag.TaggableResourceType;

/**
 * The tags that boxes are to get or to lose, divided into those that may be used and the others.
 *
 * @param usable their ids; none if the tags that could be used are not all of one base
 * @param bases the bases of the usable tags: one, or none if there are no such tags
 * @param refusals why the user may not use some of the others, by their ids
 * @param errors what else is wrong, in the order of the tags' ids
 */
record TagEligibility(
    Set<Integer> usable,
    Set<Integer> bases,
    Map<Integer, Forbidden> refusals,
    List<TagErrorInfo> errors) {
  private static final Requirement<TagRecord> MAY_USE =
      requires(TAG_RELATION_ASSIGN)
          .anywhere()
          .<TagRecord>and(requires(TAG_READ).inBase(TagRecord::getBaseId))
          .and(requires(STOCK_WRITE).inBase(TagRecord::getBaseId));

  /** Who may use no tag is not told which there are. */
  private static final Requirement<Object> MAY_USE_ANY =
      requires(TAG_RELATION_ASSIGN)
          .anywhere()
          .and(requires(TAG_READ).anywhere())
          .and(requires(STOCK_WRITE).anywhere());

  /** Why a tag was neither attached nor taken off. */
  record TagErrorInfo(int id, UserError error) {}

  /** Tags that boxes are to get. */
  static TagEligibility toAttach(CurrentUser user, Set<Integer> ids, Map<Integer, TagRecord> tags) {
    return divide(user, ids, tags, true);
  }

  /** Tags that boxes are to lose, which old data may have though deleted or of another type. */
  static TagEligibility toDetach(CurrentUser user, Set<Integer> ids, Map<Integer, TagRecord> tags) {
    return divide(user, ids, tags, false);
  }

  /** All that is wrong with the tags, by their ids; a mismatch of bases comes last. */
  List<TagErrorInfo> describe(Refusals descriptions) {
    List<TagErrorInfo> all = new ArrayList<>();
    descriptions.asData(refusals).forEach((id, refusal) -> all.add(new TagErrorInfo(id, refusal)));
    all.addAll(errors);
    all.sort(Comparator.comparingInt(TagErrorInfo::id));
    return all;
  }

  private static TagEligibility divide(
      CurrentUser user, Set<Integer> ids, Map<Integer, TagRecord> tags, boolean attaching) {
    Set<Integer> usable = new TreeSet<>();
    Set<Integer> bases = new TreeSet<>();
    Map<Integer, Forbidden> refusals = new HashMap<>();
    List<TagErrorInfo> errors = new ArrayList<>();
    for (int id : ids) {
      TagRecord tag = tags.get(id);
      Forbidden refusal = tag == null ? MAY_USE_ANY.refusal(user, id) : MAY_USE.refusal(user, tag);
      if (refusal != null) {
        refusals.put(id, refusal);
      } else if (tag == null) {
        errors.add(new TagErrorInfo(id, new ResourceDoesNotExistError(id, "Tag")));
      } else if (attaching && tag.getDeletedOn() != null) {
        errors.add(new TagErrorInfo(id, new DeletedTagError(tag.getName())));
      } else if (attaching && !tag.getType().fits(TaggableResourceType.BOX)) {
        errors.add(new TagErrorInfo(id, new TagTypeMismatchError(TagType.BOX)));
      } else {
        usable.add(id);
        bases.add(tag.getBaseId());
      }
    }
    if (bases.size() > 1) {
      UserError mismatch = new TagBaseMismatchError();
      ids.forEach(id -> errors.add(new TagErrorInfo(id, mismatch)));
      return new TagEligibility(Set.of(), Set.of(), refusals, errors);
    }
    return new TagEligibility(usable, bases, refusals, errors);
  }
}
