package org.boxtribute.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mutations each beta level opens. */
class BetaLevelsTests {

  private static final List<Integer> LEVELS = List.of(0, 1, 2, 3, 4, 5, 6, 7, 98, 99);

  /** What a level opens in addition to the lower ones, as the service's users know it. */
  private static List<String> opened(int level) {
    return switch (level) {
      case 0 -> List.of("updateBox");
      case 1 -> List.of("createBox", "createQrCode");
      case 2 ->
          List.of(
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
              "moveNotDeliveredBoxesInStock");
      case 3 ->
          List.of(
              "deleteBoxes",
              "moveBoxesToLocation",
              "assignTagsToBoxes",
              "unassignTagsFromBoxes",
              "createShareableLink");
      case 4 ->
          List.of(
              "createCustomProduct",
              "editCustomProduct",
              "deleteProduct",
              "enableStandardProduct",
              "enableStandardProducts",
              "editStandardProductInstantiation",
              "disableStandardProduct");
      case 5 -> List.of("createTag", "updateTag", "deleteTag", "deleteTags", "createBoxFromBox");
      case 6 -> List.of("createBeneficiaries", "createBoxes");
      case 7 -> List.of("updateMarkedForShipmentBox");
      case 98 ->
          List.of(
              "createBeneficiary",
              "updateBeneficiary",
              "deactivateBeneficiary",
              "assignTag",
              "unassignTag");
      case 99 ->
          List.of(
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
              "completeDistributionEventsTrackingGroup");
      default -> List.of();
    };
  }

  private static CurrentUser userOfLevel(int level) {
    return CurrentUser.member(8, 10, Map.of(), level, null);
  }

  private static void assertOpensLevelsUpTo(int highest, CurrentUser user) {
    for (int level : LEVELS) {
      for (String mutation : opened(level)) {
        assertThat(BetaLevels.allows(user, List.of(mutation)))
            .as("%s for level %s", mutation, user.betaLevel())
            .isEqualTo(level <= highest);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 98, 99})
  void a_level_opens_its_own_and_all_lower_mutations(int level) {
    assertOpensLevelsUpTo(level, userOfLevel(level));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 50, 97, 100, -1, Integer.MAX_VALUE})
  void an_unknown_level_opens_what_level_5_does(int level) {
    assertOpensLevelsUpTo(5, userOfLevel(level));
  }

  @Test
  void a_token_without_a_level_opens_level_0() {
    assertOpensLevelsUpTo(0, CurrentUser.fromClaims(TestTokens.claims()));
    assertOpensLevelsUpTo(0, CurrentUser.anonymous());
  }

  @Test
  void a_god_may_run_anything() {
    assertThat(BetaLevels.allows(CurrentUser.god(1, 0, null), List.of("createBoxes", "unheardOf")))
        .isTrue();
  }

  @Test
  void a_mutation_that_no_level_knows_is_closed() {
    assertThat(BetaLevels.allows(userOfLevel(99), List.of("unheardOf"))).isFalse();
    assertThat(BetaLevels.allows(userOfLevel(99), List.of("updatebox"))).isFalse();
  }

  @Test
  void one_closed_mutation_closes_the_operation() {
    CurrentUser user = userOfLevel(1);

    assertThat(BetaLevels.allows(user, List.of("updateBox", "createBox"))).isTrue();
    assertThat(BetaLevels.allows(user, List.of("updateBox", "createTag", "deleteTag"))).isFalse();
    assertThat(BetaLevels.refused(user, List.of("updateBox", "createTag", "deleteTag")))
        .containsExactly("createTag", "deleteTag");
  }

  @Test
  void the_type_name_and_queries_are_open_to_all() {
    assertThat(BetaLevels.allows(userOfLevel(0), List.of("__typename", "updateBox"))).isTrue();
    assertThat(BetaLevels.allows(userOfLevel(0), List.of())).isTrue();
  }
}
