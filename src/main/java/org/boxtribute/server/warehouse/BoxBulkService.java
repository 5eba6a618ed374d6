package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.boxtribute.server.graphql.error.Refusals;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.graphql.error.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.tag.TagRepository;
import org.boxtribute.server.warehouse.BoxError.DeletedLocationError;

/**
 * The rules by which many boxes change at once. Those that cannot change, or that are already as
 * they are to be, are named in the answer and stay as they are.
 */
@Singleton
final class BoxBulkService {
  private static final Requirement<LocationRecord> MAY_MOVE_TO =
      requires(STOCK_WRITE).inBase(LocationRecord::getBaseId);

  private static final BoxesResult NOTHING = new BoxesResult(List.of(), List.of());

  private final Transactions transactions;
  private final BoxBulkRepository boxes;
  private final TagRepository tags;
  private final LocationRepository locations;
  private final Refusals refusals;

  BoxBulkService(
      Transactions transactions,
      BoxBulkRepository boxes,
      TagRepository tags,
      LocationRepository locations,
      Refusals refusals) {
    this.transactions = transactions;
    this.boxes = boxes;
    this.tags = tags;
    this.locations = locations;
    this.refusals = refusals;
  }

  /** Deletes those of the boxes that are in the warehouse of a base where the user may do so. */
  BoxesResult delete(CurrentUser user, Collection<String> labels) {
    return transactions.run(user, transaction -> delete(transaction, new TreeSet<>(labels)));
  }

  /** Moves those of the boxes that are elsewhere in the warehouse of the location's base. */
  BoxesResult move(CurrentUser user, Collection<String> labels, int location) {
    return transactions.run(
        user, transaction -> move(transaction, new TreeSet<>(labels), location));
  }

  /** Attaches tags to those of the boxes in the tags' base that lack one of them or more. */
  BoxesTagsResult attach(CurrentUser user, Collection<String> labels, Collection<Integer> tagIds) {
    return described(
        transactions.run(
            user,
            transaction -> attach(transaction, new TreeSet<>(labels), new TreeSet<>(tagIds))));
  }

  /** Takes tags off those of the boxes in the tags' base that have one of them or more. */
  BoxesTagsResult detach(CurrentUser user, Collection<String> labels, Collection<Integer> tagIds) {
    return described(
        transactions.run(
            user,
            transaction -> detach(transaction, new TreeSet<>(labels), new TreeSet<>(tagIds))));
  }

  private TagsChange attach(Transaction transaction, Set<String> labels, Set<Integer> tagIds) {
    RequestedTags requested =
        RequestedTags.toAttach(transaction.user(), tagIds, tags.lock(transaction, tagIds));
    if (requested.usable().isEmpty()) {
      return new TagsChange(NOTHING, requested);
    }
    List<BoxRecord> candidates = lock(transaction, labels, requested);
    Set<Integer> tagged = boxes.havingAll(transaction, ids(candidates), requested.usable());
    List<BoxRecord> valid =
        candidates.stream().filter(box -> !tagged.contains(box.getId())).toList();
    boxes.attach(transaction, ids(valid), requested.usable());
    boxes.markModified(transaction, ids(valid));
    return new TagsChange(result(transaction, labels, valid), requested);
  }

  private TagsChange detach(Transaction transaction, Set<String> labels, Set<Integer> tagIds) {
    RequestedTags requested =
        RequestedTags.toDetach(transaction.user(), tagIds, tags.lock(transaction, tagIds));
    if (requested.usable().isEmpty()) {
      return new TagsChange(NOTHING, requested);
    }
    List<BoxRecord> candidates = lock(transaction, labels, requested);
    Set<Integer> tagged = boxes.havingAny(transaction, ids(candidates), requested.usable());
    List<BoxRecord> valid =
        candidates.stream().filter(box -> tagged.contains(box.getId())).toList();
    boxes.detach(transaction, ids(valid), requested.usable());
    boxes.markModified(transaction, ids(valid));
    return new TagsChange(result(transaction, labels, valid), requested);
  }

  private List<BoxRecord> lock(
      Transaction transaction, Set<String> labels, RequestedTags requested) {
    return boxes.lock(transaction, labels, new BaseScope.Only(requested.bases()));
  }

  /** Names of bases are looked up after the transaction, which needs a connection of its own. */
  private BoxesTagsResult described(TagsChange change) {
    return new BoxesTagsResult(change.boxes(), change.requested().describe(refusals));
  }

  private record TagsChange(BoxesResult boxes, RequestedTags requested) {}

  private BoxesResult delete(Transaction transaction, Set<String> labels) {
    List<BoxRecord> valid = boxes.lock(transaction, labels, transaction.user().scope(STOCK_WRITE));
    boxes.delete(transaction, ids(valid));
    valid.forEach(box -> transaction.history().deleted(BOX, box.getId()));
    return result(transaction, labels, valid);
  }

  private BoxesResult move(Transaction transaction, Set<String> labels, int locationId) {
    LocationRecord location =
        locations.lockForShare(transaction, Set.of(locationId)).get(locationId);
    if (location == null) {
      throw new Rejection(new ResourceDoesNotExistError(locationId, "Location"));
    }
    MAY_MOVE_TO.check(transaction.user(), location);
    if (location.getDeletedOn() != null) {
      throw new Rejection(new DeletedLocationError(location.getName()));
    }
    List<BoxRecord> valid =
        boxes.lock(transaction, labels, only(location.getBaseId())).stream()
            .filter(box -> !box.getLocationId().equals(locationId))
            .toList();
    for (BoxRecord box : valid) {
      BoxPlacement.put(box, location);
      transaction.history().changed(box.getId(), box, BOX.LOCATION_ID, BOX.STATE);
    }
    boxes.move(transaction, ids(valid), location);
    return result(transaction, labels, valid);
  }

  private BoxesResult result(Transaction transaction, Set<String> labels, List<BoxRecord> changed) {
    Set<String> invalid = new TreeSet<>(labels);
    changed.forEach(box -> invalid.remove(box.getLabelIdentifier()));
    return new BoxesResult(boxes.written(transaction, ids(changed)), List.copyOf(invalid));
  }

  private static BaseScope only(int base) {
    return new BaseScope.Only(Set.of(base));
  }

  private static Set<Integer> ids(List<BoxRecord> boxes) {
    return boxes.stream().map(BoxRecord::getId).collect(Collectors.toCollection(TreeSet::new));
  }
}
