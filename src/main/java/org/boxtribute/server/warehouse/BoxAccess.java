package org.boxtribute.server.warehouse;

import static java.util.stream.Collectors.toSet;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
public final class BoxAccess {
  private static final Set<BoxState> ON_THE_WAY =
      Set.of(BoxState.IN_TRANSIT, BoxState.RECEIVING, BoxState.NOT_DELIVERED);

  private final BoxRepository boxes;
  private final LocationRepository locations;

  BoxAccess(BoxRepository boxes, LocationRepository locations) {
    this.boxes = boxes;
    this.locations = locations;
  }

  /**
   * Demands that the user holds a permission for a box.
   *
   * @throws Forbidden if they do not
   */
  public void check(CurrentUser user, Permission permission, BoxRecord box) {
    Forbidden refusal = refusals(user, permission, List.of(box)).get(box.getId());
    if (refusal != null) {
      throw refusal;
    }
  }

  /**
   * Demands that the one who writes holds a permission for a box that the transaction has locked.
   *
   * @throws Forbidden if they do not
   */
  void check(Transaction transaction, Permission permission, BoxRecord box) {
    Forbidden refusal = refusal(transaction.user(), permission, basesOf(transaction, box));
    if (refusal != null) {
      throw refusal;
    }
  }

  private List<Integer> basesOf(Transaction transaction, BoxRecord box) {
    List<Integer> bases =
        ON_THE_WAY.contains(box.getState())
            ? boxes.basesOfShipments(transaction, Set.of(box.getId())).get(box.getId())
            : null;
    return bases == null
        ? List.of(locations.find(transaction, box.getLocationId()).getBaseId())
        : bases;
  }

  /** The rule in the words of {@link Requirement}. */
  static String rule(Permission permission) {
    return permission + " in the box's base, or in one of its shipment's";
  }

  /** Why the user does not hold a permission for boxes, by the ids of those boxes. */
  public Map<Integer, Forbidden> refusals(
      CurrentUser user, Permission permission, Collection<BoxRecord> candidates) {
    Map<Integer, Forbidden> refusals = new HashMap<>();
    basesOf(candidates)
        .forEach(
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

  private Map<Integer, List<Integer>> basesOf(Collection<BoxRecord> candidates) {
    Set<Integer> onTheWay =
        candidates.stream()
            .filter(box -> ON_THE_WAY.contains(box.getState()))
            .map(BoxRecord::getId)
            .collect(toSet());
    Map<Integer, List<Integer>> bases =
        onTheWay.isEmpty() ? new HashMap<>() : boxes.basesOfShipments(onTheWay);
    List<BoxRecord> others =
        candidates.stream().filter(box -> !bases.containsKey(box.getId())).toList();
    if (!others.isEmpty()) {
      Map<Integer, Integer> baseOf =
          locations.bases(others.stream().map(BoxRecord::getLocationId).collect(toSet()));
      others.forEach(box -> bases.put(box.getId(), List.of(baseOf.get(box.getLocationId()))));
    }
    return bases;
  }
}
