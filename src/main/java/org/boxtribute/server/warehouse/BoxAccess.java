package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Forbidden;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.security.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a box: users of the base where it stands; while it is on its way, users of the base
 * that sent it and of the base that it was sent to. Looks up any number of boxes by two statements
 * at most.
 */
@Singleton
final class BoxAccess {
  private final BoxRepository boxes;

  BoxAccess(BoxRepository boxes) {
    this.boxes = boxes;
  }

  /** The rule for a single box, which it looks up by statements: for root fields alone. */
  Requirement<BoxRecord> to(Permission permission) {
    return Requirement.of(
        permission + " in the box's base, or in one of its shipment's",
        (user, box) -> refusals(user, permission, List.of(box)).get(box.getId()));
  }

  /** Why the user does not hold a permission for boxes, by the ids of those boxes. */
  Map<Integer, Forbidden> refusals(
      CurrentUser user, Permission permission, Collection<BoxRecord> candidates) {
    return refusals(user, permission, boxes.bases(candidates));
  }

  /** As above, for boxes that a transaction has locked and the user who writes. */
  Map<Integer, Forbidden> refusals(
      Transaction transaction, Permission permission, Collection<BoxRecord> candidates) {
    return refusals(transaction.user(), permission, boxes.bases(transaction, candidates));
  }

  private static Map<Integer, Forbidden> refusals(
      CurrentUser user, Permission permission, Map<Integer, List<Integer>> basesOf) {
    Map<Integer, Forbidden> refusals = new HashMap<>();
    basesOf.forEach(
        (box, bases) -> {
          Forbidden refusal = refusal(user, permission, bases);
          if (refusal != null) {
            refusals.put(box, refusal);
          }
        });
    return refusals;
  }

  /** A refusal names the first base, so that it can be told as data. */
  private static @Nullable Forbidden refusal(
      CurrentUser user, Permission permission, List<Integer> bases) {
    Requirement<Integer> inBase = requires(permission).inBase(base -> base);
    boolean allowed = bases.stream().anyMatch(base -> inBase.allows(user, base));
    return allowed ? null : inBase.refusal(user, bases.getFirst());
  }
}
