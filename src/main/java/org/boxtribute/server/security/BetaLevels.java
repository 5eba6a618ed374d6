package org.boxtribute.server.security;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which mutations are open to a user of a certain beta level. A level opens its own mutations and
 * those of all lower levels. It tells functionality apart that is not released yet and is no
 * substitute for permissions; only the full API looks at it, and queries are open to all levels.
 *
 * <p>The caller passes the root fields of the operation that will be executed, by their names in
 * the schema (not their aliases) and including those that are selected through fragments. That is
 * stricter than the service this one replaces, which looked at the first mutation of a document and
 * only at the fields written directly in it, so that a fragment or a second operation got around
 * the check.
 */
public final class BetaLevels {

  /** What users get whose level is not in the table, such as one that has been retired. */
  private static final int DEFAULT_LEVEL = 5;

  private static final Map<Integer, Set<String>> ADDED_MUTATIONS =
      Map.ofEntries(
          Map.entry(0, Set.of("updateBox")),
          Map.entry(1, Set.of("createBox", "createQrCode")),
          Map.entry(
              2,
              Set.of(
                  "createTransferAgreement",
                  "acceptTransferAgreement",
                  "rejectTransferAgreement",
                  "cancelTransferAgreement",
                  "createShipment",
                  "updateShipmentWhenPreparing",
                  "updateShipmentWhenReceiving",
                  "cancelShipment",
                  "sendShipment",
                  "startReceivingShipment",
                  "markShipmentAsLost",
                  "moveNotDeliveredBoxesInStock")),
          Map.entry(
              3,
              Set.of(
                  "deleteBoxes",
                  "moveBoxesToLocation",
                  "assignTagsToBoxes",
                  "unassignTagsFromBoxes",
                  "createShareableLink")),
          Map.entry(
              4,
              Set.of(
                  "createCustomProduct",
                  "editCustomProduct",
                  "deleteProduct",
                  "enableStandardProduct",
                  "enableStandardProducts",
                  "editStandardProductInstantiation",
                  "disableStandardProduct")),
          Map.entry(
              5, Set.of("createTag", "updateTag", "deleteTag", "deleteTags", "createBoxFromBox")),
          Map.entry(6, Set.of("createBeneficiaries", "createBoxes")),
          Map.entry(7, Set.of("updateMarkedForShipmentBox")),
          Map.entry(
              98,
              Set.of(
                  "createBeneficiary",
                  "updateBeneficiary",
                  "deactivateBeneficiary",
                  "assignTag",
                  "unassignTag")),
          Map.entry(
              99,
              Set.of(
                  "createDistributionSpot",
                  "createDistributionEvent",
                  "addPackingListEntryToDistributionEvent",
                  "removePackingListEntryFromDistributionEvent",
                  "removeAllPackingListEntriesFromDistributionEventForProduct",
                  "updatePackingListEntry",
                  "updateSelectedProductsForDistributionEventPackingList",
                  "changeDistributionEventState",
                  "assignBoxToDistributionEvent",
                  "unassignBoxFromDistributionEvent",
                  "moveItemsFromBoxToDistributionEvent",
                  "removeItemsFromUnboxedItemsCollection",
                  "startDistributionEventsTrackingGroup",
                  "setReturnedNumberOfItemsForDistributionEventsTrackingGroup",
                  "moveItemsFromReturnTrackingGroupToBox",
                  "completeDistributionEventsTrackingGroup")));

  private static final Map<Integer, Set<String>> ALLOWED_MUTATIONS = accumulated();

  private BetaLevels() {}

  /** Whether the user's level opens all of these mutations; god users may run any. */
  public static boolean allows(CurrentUser user, Collection<String> mutationFields) {
    return refused(user, mutationFields).isEmpty();
  }

  /** The mutations among these that the user's level does not open, in the given order. */
  public static List<String> refused(CurrentUser user, Collection<String> mutationFields) {
    if (user.isGod()) {
      return List.of();
    }
    Set<String> allowed = allowedMutations(user.betaLevel());
    return mutationFields.stream()
        .filter(field -> !isIntrospection(field) && !allowed.contains(field))
        .toList();
  }

  private static Set<String> allowedMutations(int level) {
    Set<String> allowed = ALLOWED_MUTATIONS.get(level);
    return allowed != null ? allowed : ALLOWED_MUTATIONS.getOrDefault(DEFAULT_LEVEL, Set.of());
  }

  private static boolean isIntrospection(String field) {
    return field.startsWith("__");
  }

  private static Map<Integer, Set<String>> accumulated() {
    Map<Integer, Set<String>> accumulated = new HashMap<>();
    Set<String> opened = new HashSet<>();
    new TreeMap<>(ADDED_MUTATIONS)
        .forEach(
            (level, mutations) -> {
              opened.addAll(mutations);
              accumulated.put(level, Set.copyOf(opened));
            });
    return Map.copyOf(accumulated);
  }
}
