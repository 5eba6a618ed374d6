package org.boxtribute.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mutation, asked for what cannot be by who may not: the answer is that they may not, and
 * nothing that they sent is looked up.
 */
final class MutationRefusalIT {
  private static final String LONG = "x".repeat(300);

  private final TestServer server = TestServer.shared();
  private final Client stranger = server.as(TestUser.with("base:read"));

  /** What no mutation would take, by the mutations' names. */
  private static final Map<String, String> NONSENSE =
      Map.ofEntries(
          Map.entry(
              "createCustomProduct",
              """
              (creationInput: {
                name: "", categoryId: 999, sizeRangeId: 999, gender: none, baseId: 999, price: -1
              })"""),
          Map.entry("editCustomProduct", "(editInput: { id: \"none\", name: \"%s\" })"),
          Map.entry("deleteProduct", "(id: \"none\")"),
          Map.entry(
              "enableStandardProduct",
              "(enableInput: { standardProductId: 999, baseId: 999, comment: \"%s\", price: -1 })"),
          Map.entry(
              "enableStandardProducts",
              "(enableInput: { standardProductIds: [999], baseId: 999 })"),
          Map.entry(
              "editStandardProductInstantiation",
              "(editInput: { id: 999999, sizeRangeId: 999, price: -1 })"),
          Map.entry("disableStandardProduct", "(instantiationId: 999999)"),
          Map.entry(
              "createTag",
              "(creationInput: { name: \"%s\", color: \"red\", type: All, baseId: 999 })"),
          Map.entry("updateTag", "(updateInput: { id: 999999, name: \"%s\" })"),
          Map.entry("deleteTag", "(id: \"none\")"),
          Map.entry("deleteTags", "(ids: [999999])"),
          Map.entry(
              "assignTag",
              "(assignmentInput: { id: 999999, resourceType: Box, resourceId: 999999 })"),
          Map.entry(
              "unassignTag",
              "(unassignmentInput: { id: \"none\", resourceType: Box, resourceId: 999999 })"),
          Map.entry(
              "createBeneficiary",
              """
              (creationInput: {
                baseId: 999, firstName: "%s", lastName: "", groupIdentifier: "", familyHeadId: 999999,
                dateOfBirth: "0001-01-01", gender: Male, isVolunteer: true, registered: true
              })"""),
          Map.entry(
              "createBeneficiaries",
              """
              (creationInput: {
                baseId: 999, beneficiaryData: [{ firstName: "%s", groupIdentifier: "", tagIds: [999999] }]
              })"""),
          Map.entry("updateBeneficiary", "(updateInput: { id: \"none\", firstName: \"%s\" })"),
          Map.entry("deactivateBeneficiary", "(id: 999999)"),
          Map.entry("createQrCode", "(boxLabelIdentifier: \"none\")"),
          Map.entry(
              "createBox",
              """
              (creationInput: {
                productId: 999999, sizeId: 999, numberOfItems: -1, locationId: 101,
                comment: "%s", newTagNames: [""]
              })"""),
          Map.entry(
              "createBoxes",
              "(creationInput: [{ productId: 999999, sizeName: \"%s\", locationId: 101 }])"),
          Map.entry("updateBox", "(updateInput: { labelIdentifier: \"none\", weight: -1 })"),
          Map.entry(
              "createBoxFromBox",
              """
              (creationInput: {
                sourceBoxLabelIdentifier: "none", numberOfItems: -1, locationId: 999
              })"""),
          Map.entry(
              "updateMarkedForShipmentBox",
              "(updateInput: { labelIdentifier: \"none\", weight: -1 })"),
          Map.entry("deleteBoxes", "(labelIdentifiers: [\"none\"])"),
          Map.entry(
              "moveBoxesToLocation",
              "(updateInput: { labelIdentifiers: [\"none\"], locationId: 999 })"),
          Map.entry(
              "assignTagsToBoxes",
              "(updateInput: { labelIdentifiers: [\"none\"], tagIds: [999999] })"),
          Map.entry(
              "unassignTagsFromBoxes",
              "(updateInput: { labelIdentifiers: [\"none\"], tagIds: [999999] })"),
          Map.entry(
              "createTransferAgreement",
              """
              (creationInput: {
                type: Bidirectional, initiatingOrganisationId: 999, partnerOrganisationId: 999,
                initiatingOrganisationBaseIds: [], comment: "%s"
              })"""),
          Map.entry("acceptTransferAgreement", "(id: \"none\")"),
          Map.entry("rejectTransferAgreement", "(id: 999999)"),
          Map.entry("cancelTransferAgreement", "(id: 999999)"),
          Map.entry("createShipment", "(creationInput: { sourceBaseId: 999, targetBaseId: 999 })"),
          Map.entry("sendShipment", "(id: \"none\")"),
          Map.entry("startReceivingShipment", "(id: 999999)"),
          Map.entry("cancelShipment", "(id: 999999)"),
          Map.entry("markShipmentAsLost", "(id: 999999)"),
          Map.entry("moveNotDeliveredBoxesInStock", "(boxIds: [\"none\"])"),
          Map.entry(
              "updateShipmentWhenPreparing",
              "(updateInput: { id: 999999, preparedBoxLabelIdentifiers: [\"none\"] })"),
          Map.entry(
              "createDistributionSpot",
              "(creationInput: { baseId: 999, name: \"%s\", comment: \"\", latitude: 999 })"),
          Map.entry(
              "createDistributionEvent",
              """
              (creationInput: {
                distributionSpotId: 999999, name: "%s", plannedStartDateTime: "2026-01-02T00:00:00",
                plannedEndDateTime: "2026-01-01T00:00:00"
              })"""),
          Map.entry(
              "changeDistributionEventState",
              "(distributionEventId: \"none\", newState: Completed)"),
          Map.entry(
              "addPackingListEntryToDistributionEvent",
              """
              (creationInput: {
                distributionEventId: "none", productId: 999999, sizeId: 999, numberOfItems: -1
              })"""),
          Map.entry("updatePackingListEntry", "(packingListEntryId: \"none\", numberOfItems: -1)"),
          Map.entry("removePackingListEntryFromDistributionEvent", "(packingListEntryId: 999999)"),
          Map.entry(
              "removeAllPackingListEntriesFromDistributionEventForProduct",
              "(distributionEventId: 999999, productId: \"none\")"),
          Map.entry(
              "updateSelectedProductsForDistributionEventPackingList",
              """
              (distributionEventId: 999999, productIdsToAdd: ["none"], productIdsToRemove: [999])"""),
          Map.entry(
              "assignBoxToDistributionEvent",
              "(boxLabelIdentifier: \"none\", distributionEventId: 999999)"),
          Map.entry(
              "unassignBoxFromDistributionEvent",
              "(boxLabelIdentifier: \"none\", distributionEventId: \"none\")"),
          Map.entry(
              "moveItemsFromBoxToDistributionEvent",
              "(boxLabelIdentifier: \"none\", distributionEventId: 999999, numberOfItems: -1)"),
          Map.entry("removeItemsFromUnboxedItemsCollection", "(id: \"none\", numberOfItems: -1)"),
          Map.entry(
              "startDistributionEventsTrackingGroup", "(distributionEventIds: [], baseId: 999)"),
          Map.entry(
              "setReturnedNumberOfItemsForDistributionEventsTrackingGroup",
              """
              (
                distributionEventsTrackingGroupId: 999999, productId: 999999, sizeId: "none",
                numberOfItems: -1
              )"""),
          Map.entry(
              "moveItemsFromReturnTrackingGroupToBox",
              """
              (
                distributionEventsTrackingGroupId: 999999, productId: 999999, sizeId: 1,
                numberOfItems: -1, targetBoxLabelIdentifier: "none"
              )"""),
          Map.entry("completeDistributionEventsTrackingGroup", "(id: \"none\")"),
          Map.entry(
              "updateShipmentWhenReceiving",
              "(updateInput: { id: \"none\", lostBoxLabelIdentifiers: [\"none\"] })"));

  static List<String> mutations() {
    return NONSENSE.keySet().stream().sorted().toList();
  }

  @Test
  void everyMutationIsTried() {
    Answer answer =
        server.as(TestUser.god()).ask("{ __type(name: \"Mutation\") { fields { name } } }").ok();

    assertThat(mutations())
        .containsExactlyInAnyOrderElementsOf(answer.texts("/__type/fields", "name"));
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void whoMayNotIsToldSoBeforeWhatTheySentIsJudged(String mutation) {
    String document =
        "mutation { result: %s%s%s }"
            .formatted(mutation, arguments(mutation), selectionOf(mutation));

    List<Answer> answers = new ArrayList<>();
    List<String> statements = server.statementsOf(() -> answers.add(stranger.ask(document)));

    Answer answer = answers.getFirst();
    if (answer.errors().isEmpty()) {
      assertThat(answer.text("/result/__typename") + answer.at("/result/tagErrorInfo"))
          .contains("InsufficientPermissionError")
          .doesNotContain("ResourceDoesNotExistError");
    } else {
      assertThat(answer.errors()).containsExactly("FORBIDDEN result");
    }
    assertThat(statements).noneMatch(sql -> sql.matches("(?s)(insert|update|delete).*"));
    if (!mutation.contains("Tags")) {
      assertThat(statements).isEmpty();
    }
  }

  private static String arguments(String mutation) {
    return Objects.requireNonNull(NONSENSE.get(mutation)).replace("%s", LONG);
  }

  private static String selectionOf(String mutation) {
    return mutation.equals("removeAllPackingListEntriesFromDistributionEventForProduct")
        ? ""
        : " { __typename" + tagErrorsOf(mutation) + " }";
  }

  private static String tagErrorsOf(String mutation) {
    return switch (mutation) {
      case "assignTagsToBoxes", "unassignTagsFromBoxes" ->
          " ... on BoxesTagsOperationResult { tagErrorInfo { error { __typename } } }";
      default -> "";
    };
  }
}
