package org.boxtribute.server.contract;

import java.util.Map;
import java.util.Set;

/** Where a field's rule is not the contract's, and why. */
final class RuleExceptions {
  private static final String HIDDEN =
      "The contract leaves it open; what the user may not see is null here.";
  private static final String CLOSED =
      "The contract leaves it open, though it leads to what is guarded elsewhere.";
  private static final String SAME_RULE = "The contract's rule, in other words.";

  /**
   * A rule of our own.
   *
   * @param rule as the bindings print it
   * @param reason why it is not the contract's
   */
  record Other(String rule, String reason) {}

  static final Map<String, Other> OTHER_RULES =
      Map.ofEntries(
          Map.entry(
              "Beneficiary.familyHead",
              new Other("null without beneficiary:read in the base", HIDDEN)),
          Map.entry(
              "Box.distributionEvent", new Other("null without stock:read in the base", HIDDEN)),
          Map.entry(
              "Box.sourceBox",
              new Other(
                  "left out without stock:read in the box's base, or in one of its shipment's",
                  HIDDEN)),
          Map.entry(
              "PackingListEntry.product",
              new Other("null without product:read in the base", HIDDEN)),
          Map.entry(
              "UnboxedItemsCollection.distributionEvent",
              new Other("null without stock:read in the base", HIDDEN)),
          Map.entry(
              "UnboxedItemsCollection.location",
              new Other("null without location:read in the base", HIDDEN)),
          Map.entry(
              "DistributionEventsTrackingEntry.product",
              new Other("product:read in the base", CLOSED)),
          Map.entry("DistributionSpot.boxes", new Other("stock:read in the base", CLOSED)),
          Map.entry(
              "ShipmentDetail.autoMatchingTargetProduct",
              new Other("product:read in one of the bases", CLOSED)),
          Map.entry("ShareableLink.createdBy", new Other("user:read anywhere", CLOSED)),
          Map.entry("Transaction.createdBy", new Other("user:read anywhere", CLOSED)),
          Map.entry(
              "StandardProduct.precededByProduct",
              new Other("standard_product:read anywhere", SAME_RULE)),
          Map.entry(
              "StandardProduct.supercededByProduct",
              new Other("standard_product:read anywhere", SAME_RULE)),
          Map.entry(
              "QrCode.box",
              new Other(
                  "the reason as data without stock:read in the box's base, or in one of its"
                      + " shipment's",
                  SAME_RULE)),
          Map.entry(
              "Query.standardProducts",
              new Other(
                  "standard_product:read in the base",
                  "Without a base, the permission counts wherever it is held, as in the contract.")),
          Map.entry(
              "Query.users",
              new Other("user:read anywhere", "Users who are no gods get an empty list.")),
          Map.entry(
              "User.bases",
              new Other(
                  "base:read within its bases",
                  "Only the user themselves has a key to look up, so others get null.")),
          Map.entry(
              "User.organisation",
              new Other(
                  "organisation:read anywhere",
                  "Only the user themselves has a key to look up, so others get null.")),
          Map.entry("User.email", new Other("the user themselves", SAME_RULE)),
          Map.entry(
              "Mutation.createQrCode",
              new Other(
                  "qr:create anywhere",
                  "The box that the code is put on is asked about once locked.")),
          Map.entry(
              "Mutation.deleteBoxes",
              new Other("stock:write anywhere", "Only boxes of the user's bases are locked.")),
          Map.entry(
              "Mutation.unassignBoxFromDistributionEvent",
              new Other(
                  "stock:write anywhere",
                  "The contract names no base; the box is asked about once locked.")),
          Map.entry(
              "Mutation.deleteTags",
              new Other("tag:write anywhere", "Only tags of the user's bases are locked.")));

  /**
   * Writes whose rule asks about rows, which have to be locked first: see their services. Their
   * bindings ask whether the user holds the permissions at all.
   */
  static final Set<String> DECIDED_BY_LOCKED_ROWS =
      Set.of(
          "Mutation.acceptTransferAgreement",
          "Mutation.addPackingListEntryToDistributionEvent",
          "Mutation.assignBoxToDistributionEvent",
          "Mutation.assignTag",
          "Mutation.assignTagsToBoxes",
          "Mutation.cancelShipment",
          "Mutation.cancelTransferAgreement",
          "Mutation.changeDistributionEventState",
          "Mutation.completeDistributionEventsTrackingGroup",
          "Mutation.createBox",
          "Mutation.createBoxFromBox",
          "Mutation.createBoxes",
          "Mutation.createDistributionEvent",
          "Mutation.createTransferAgreement",
          "Mutation.deactivateBeneficiary",
          "Mutation.deleteProduct",
          "Mutation.deleteTag",
          "Mutation.disableStandardProduct",
          "Mutation.editCustomProduct",
          "Mutation.editStandardProductInstantiation",
          "Mutation.markShipmentAsLost",
          "Mutation.moveBoxesToLocation",
          "Mutation.moveItemsFromBoxToDistributionEvent",
          "Mutation.moveItemsFromReturnTrackingGroupToBox",
          "Mutation.moveNotDeliveredBoxesInStock",
          "Mutation.rejectTransferAgreement",
          "Mutation.removeAllPackingListEntriesFromDistributionEventForProduct",
          "Mutation.removeItemsFromUnboxedItemsCollection",
          "Mutation.removePackingListEntryFromDistributionEvent",
          "Mutation.sendShipment",
          "Mutation.setReturnedNumberOfItemsForDistributionEventsTrackingGroup",
          "Mutation.startReceivingShipment",
          "Mutation.unassignTag",
          "Mutation.unassignTagsFromBoxes",
          "Mutation.updateBeneficiary",
          "Mutation.updateBox",
          "Mutation.updateMarkedForShipmentBox",
          "Mutation.updatePackingListEntry",
          "Mutation.updateSelectedProductsForDistributionEventPackingList",
          "Mutation.updateShipmentWhenPreparing",
          "Mutation.updateShipmentWhenReceiving",
          "Mutation.updateTag");

  /** Parts of pages and results, whose root field is guarded, and what everyone may know. */
  static final Set<String> OPEN =
      Set.of(
          "BeneficiariesResult.results",
          "BeneficiaryPage.elements",
          "BeneficiaryPage.pageInfo",
          "BoxPage.elements",
          "BoxPage.pageInfo",
          "BoxesResult.updatedBoxes",
          "BoxesTagsOperationResult.tagErrorInfo",
          "BoxesTagsOperationResult.updatedBoxes",
          "ProductPage.elements",
          "ProductPage.pageInfo",
          "ProductsResult.instantiations",
          "PublicQuery.standardProducts",
          "StandardProductPage.elements",
          "StandardProductPage.pageInfo",
          "TagErrorInfo.error",
          "TagsResult.updatedTags");

  private RuleExceptions() {}
}
