package org.boxtribute.server.persistence;

import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.boxtribute.server.distribution.DistributionEventState;
import org.boxtribute.server.distribution.DistributionEventTrackingFlowDirection;
import org.boxtribute.server.distribution.DistributionEventsTrackingGroupState;
import org.boxtribute.server.distribution.PackingListEntryState;
import org.boxtribute.server.persistence.schema.Tables;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingEntryRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;
import org.boxtribute.server.persistence.schema.tables.records.PackingListEntryRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentDetailRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRelationRecord;
import org.boxtribute.server.persistence.schema.tables.records.TransferAgreementDetailRecord;
import org.boxtribute.server.persistence.schema.tables.records.TransferAgreementRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnboxedItemsCollectionRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.tag.TagType;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.testing.Unique;
import org.boxtribute.server.transfer.ShipmentState;
import org.boxtribute.server.transfer.TransferAgreementState;
import org.boxtribute.server.transfer.TransferAgreementType;
import org.boxtribute.server.warehouse.BoxState;
import org.jooq.DSLContext;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

/** One request for each mutation of the API that succeeds, on rows of its own. */
final class MutationSamples {
  private static final int BASE = 1;
  private static final int SHELF = 101;
  private static final int SPOT = 120;
  private static final int SIZE = 1;
  private static final int OWN_PRODUCT = 1501;
  private static final int STANDARD_PRODUCT_OF_BASE_1 = 1001;
  private static final int BENEFICIARY = 1020;
  private static final Instant LONG_AGO = Instant.parse("2024-02-29T12:00:00Z");

  /**
   * A mutation.
   *
   * @param document makes new rows for the mutation, and the document that writes to them
   */
  record Sample(String name, Supplier<String> document) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final DSLContext sql;

  MutationSamples(DSLContext sql) {
    this.sql = sql;
  }

  List<Sample> all() {
    return List.of(
        sample(
            "createCustomProduct",
            () ->
                """
                (creationInput: {
                  name: "Lamps", categoryId: 10, sizeRangeId: 7, gender: none, baseId: 1
                })"""),
        sample(
            "editCustomProduct",
            () ->
                "(editInput: { id: %d, name: \"Lamps\", price: 99, comment: \"dim\" })"
                    .formatted(copyOfProduct(OWN_PRODUCT))),
        sample("deleteProduct", () -> "(id: %d)".formatted(copyOfProduct(OWN_PRODUCT))),
        sample(
            "enableStandardProduct",
            () -> {
              forgetProducts(2, 36);
              return "(enableInput: { standardProductId: 36, baseId: 2, price: 3 })";
            }),
        sample(
            "enableStandardProducts",
            () -> {
              forgetProducts(2, 36, 37);
              return "(enableInput: { standardProductIds: [1, 36, 37], baseId: 2 })";
            }),
        sample(
            "editStandardProductInstantiation",
            () ->
                "(editInput: { id: %d, price: 99, comment: \"dim\" })"
                    .formatted(copyOfProduct(STANDARD_PRODUCT_OF_BASE_1))),
        sample(
            "disableStandardProduct",
            () -> "(instantiationId: %d)".formatted(copyOfProduct(STANDARD_PRODUCT_OF_BASE_1))),
        sample(
            "createTag",
            () -> "(creationInput: { name: \"Dry\", color: \"#fff\", type: All, baseId: 1 })"),
        sample(
            "updateTag",
            () ->
                "(updateInput: { id: %d, name: \"Wet\", type: Beneficiary })"
                    .formatted(attachedTag())),
        sample("deleteTag", () -> "(id: %d)".formatted(attachedTag())),
        sample("deleteTags", () -> "(ids: [%d, %d])".formatted(attachedTag(), attachedTag())),
        sample(
            "assignTag",
            () ->
                "(assignmentInput: { id: %d, resourceType: Box, resourceId: %d })"
                    .formatted(newTag(), newBox().getId())),
        sample(
            "unassignTag",
            () -> {
              int box = newBox().getId();
              int tag = newTag();
              attach(tag, TaggableResourceType.BOX, box);
              return "(unassignmentInput: { id: %d, resourceType: Box, resourceId: %d })"
                  .formatted(tag, box);
            }),
        sample(
            "createBeneficiary",
            () ->
                """
                (creationInput: {
                  baseId: 1, firstName: "Ana", lastName: "Bel", groupIdentifier: "G1",
                  dateOfBirth: "2001-02-03", gender: Female, isVolunteer: true, registered: false,
                  comment: "new", languages: [en, ar], familyHeadId: %d, signature: "drawn",
                  dateOfSignature: "2024-02-29", tagIds: [%d]
                })"""
                    .formatted(newBeneficiary(null), newTag())),
        sample(
            "createBeneficiaries",
            () ->
                """
                (creationInput: {
                  baseId: 1,
                  beneficiaryData: [
                    { firstName: "Ana", groupIdentifier: "G1", tagIds: [%d], languages: [fr] },
                    { firstName: "Ben", groupIdentifier: "G1", familyHeadId: %d }
                  ]
                })"""
                    .formatted(newTag(), newBeneficiary(null))),
        sample(
            "updateBeneficiary",
            () ->
                """
                (updateInput: {
                  id: %d, lastName: "Cor", signature: "drawn", languages: [nl, de], familyHeadId: %d
                })"""
                    .formatted(newBeneficiary(null), newBeneficiary(newBeneficiary(null)))),
        sample(
            "deactivateBeneficiary",
            () -> {
              int head = newBeneficiary(null);
              newBeneficiary(newBeneficiary(head));
              return "(id: %d)".formatted(head);
            }),
        sample(
            "createQrCode",
            () -> "(boxLabelIdentifier: \"%s\")".formatted(newBox().getLabelIdentifier())),
        sample(
            "createBox",
            () ->
                """
                (creationInput: {
                  productId: 1501, sizeId: 1, numberOfItems: 3, locationId: 101,
                  tagIds: [%d], newTagNames: ["Warm", "Woollen"]
                })"""
                    .formatted(newTag())),
        sample(
            "createBoxes",
            () ->
                """
                (creationInput: [
                  { productId: 1501, sizeName: "One size", locationId: 101, tagIds: [%d] },
                  { productId: 1501, sizeName: "XL", locationId: 102, newTagNames: ["Dusty"] },
                  {
                    productId: 1501, sizeName: "", locationId: 101, numberOfItems: 3,
                    boxLabelIdentifierForMerge: "%s"
                  }
                ])"""
                    .formatted(newTag(), newBox().getLabelIdentifier())),
        sample(
            "updateBox",
            () -> {
              BoxRecord box = newBox();
              attach(newTag(), TaggableResourceType.BOX, box.getId());
              return """
                  (updateInput: {
                    labelIdentifier: "%s", sizeId: 68, numberOfItems: 3, weight: 12.5, locationId: 106,
                    tagIds: [%d], newTagNames: ["Warm", "Woollen"]
                  })"""
                  .formatted(box.getLabelIdentifier(), newTag());
            }),
        sample(
            "createBoxFromBox",
            () ->
                """
                (creationInput: {
                  sourceBoxLabelIdentifier: "%s", numberOfItems: 3, locationId: 106
                })"""
                    .formatted(newBox().getLabelIdentifier())),
        sample(
            "updateMarkedForShipmentBox",
            () ->
                "(updateInput: { labelIdentifier: \"%s\", weight: 12.5, monetaryValue: 7 })"
                    .formatted(newBox(BoxState.MARKED_FOR_SHIPMENT).getLabelIdentifier())),
        sample("deleteBoxes", () -> "(labelIdentifiers: %s)".formatted(twoLabels())),
        sample(
            "moveBoxesToLocation",
            () ->
                "(updateInput: { labelIdentifiers: %s, locationId: 106 })".formatted(twoLabels())),
        sample(
            "assignTagsToBoxes",
            () ->
                "(updateInput: { labelIdentifiers: %s, tagIds: [%d, %d] })"
                    .formatted(twoLabels(), newTag(), newTag())),
        sample(
            "unassignTagsFromBoxes",
            () -> {
              BoxRecord box = newBox();
              int tag = newTag();
              attach(tag, TaggableResourceType.BOX, box.getId());
              return "(updateInput: { labelIdentifiers: [\"%s\"], tagIds: [%d] })"
                  .formatted(box.getLabelIdentifier(), tag);
            }),
        sample(
            "createTransferAgreement",
            () ->
                """
                (creationInput: {
                  type: Bidirectional, initiatingOrganisationId: 1, partnerOrganisationId: 3,
                  initiatingOrganisationBaseIds: [1, %d]
                })"""
                    .formatted(newBase())),
        sample("acceptTransferAgreement", () -> "(id: %d)".formatted(newAgreement())),
        sample("rejectTransferAgreement", () -> "(id: %d)".formatted(newAgreement())),
        sample("cancelTransferAgreement", () -> "(id: %d)".formatted(newAgreement())),
        sample(
            "createShipment",
            () -> "(creationInput: { sourceBaseId: 1, targetBaseId: 3, transferAgreementId: 1 })"),
        sample(
            "updateShipmentWhenPreparing",
            () -> {
              int shipment = newShipment(ShipmentState.PREPARING);
              BoxRecord packed = newBox(BoxState.MARKED_FOR_SHIPMENT);
              newDetail(shipment, packed);
              return """
                  (updateInput: {
                    id: %d, preparedBoxLabelIdentifiers: %s, removedBoxLabelIdentifiers: ["%s"],
                    targetBaseId: 4
                  })"""
                  .formatted(shipment, twoLabels(), packed.getLabelIdentifier());
            }),
        sample(
            "sendShipment",
            () ->
                "(id: %d)"
                    .formatted(newShipment(ShipmentState.PREPARING, BoxState.MARKED_FOR_SHIPMENT))),
        sample(
            "startReceivingShipment",
            () -> "(id: %d)".formatted(newShipment(ShipmentState.SENT, BoxState.IN_TRANSIT))),
        sample(
            "updateShipmentWhenReceiving",
            () -> {
              int shipment = newShipment(ShipmentState.RECEIVING);
              BoxRecord arrived = newBox(BoxState.RECEIVING);
              attach(newTag(), TaggableResourceType.BOX, arrived.getId());
              BoxRecord missing = newBox(BoxState.RECEIVING);
              newDetail(shipment, missing);
              return """
                  (updateInput: {
                    id: %d,
                    receivedShipmentDetailUpdateInputs: [{
                      id: %d, targetProductId: 3027, targetSizeId: 68, targetLocationId: 301,
                      targetQuantity: 3
                    }],
                    lostBoxLabelIdentifiers: ["%s"]
                  })"""
                  .formatted(shipment, newDetail(shipment, arrived), missing.getLabelIdentifier());
            }),
        sample(
            "cancelShipment",
            () ->
                "(id: %d)"
                    .formatted(newShipment(ShipmentState.PREPARING, BoxState.MARKED_FOR_SHIPMENT))),
        sample(
            "markShipmentAsLost",
            () -> "(id: %d)".formatted(newShipment(ShipmentState.SENT, BoxState.IN_TRANSIT))),
        sample(
            "moveNotDeliveredBoxesInStock",
            () -> {
              BoxRecord missing = newBox(BoxState.NOT_DELIVERED);
              newLostDetail(newShipment(ShipmentState.LOST), missing);
              return "(boxIds: [\"%d\"])".formatted(missing.getId());
            }),
        sample(
            "createDistributionSpot",
            () -> "(creationInput: { baseId: 1, name: \"Pier\", comment: \"At the end\" })"),
        sample(
            "createDistributionEvent",
            () ->
                """
                (creationInput: {
                  distributionSpotId: 120, plannedStartDateTime: "2026-12-01T10:00:00"
                })"""),
        sample(
            "changeDistributionEventState",
            () ->
                "(distributionEventId: %d, newState: Packing)"
                    .formatted(newEvent(DistributionEventState.PLANNING))),
        sample(
            "addPackingListEntryToDistributionEvent",
            () ->
                """
                (creationInput: {
                  distributionEventId: %d, productId: 1501, sizeId: 1, numberOfItems: 3
                })"""
                    .formatted(newEvent(DistributionEventState.PACKING))),
        sample(
            "updatePackingListEntry",
            () ->
                "(packingListEntryId: %d, numberOfItems: 3)"
                    .formatted(newPackingListEntry(newEvent(DistributionEventState.PACKING)))),
        sample(
            "removePackingListEntryFromDistributionEvent",
            () ->
                "(packingListEntryId: %d)"
                    .formatted(newPackingListEntry(newEvent(DistributionEventState.PACKING)))),
        sample(
            "removeAllPackingListEntriesFromDistributionEventForProduct",
            () -> {
              int event = newEvent(DistributionEventState.PACKING);
              newPackingListEntry(event);
              return "(distributionEventId: %d, productId: 1501)".formatted(event);
            }),
        sample(
            "updateSelectedProductsForDistributionEventPackingList",
            () -> {
              int event = newEvent(DistributionEventState.PACKING);
              newPackingListEntry(event);
              return "(distributionEventId: %d, productIdsToAdd: [1001], productIdsToRemove: [1501])"
                  .formatted(event);
            }),
        sample(
            "assignBoxToDistributionEvent",
            () ->
                "(boxLabelIdentifier: %s, distributionEventId: %d)"
                    .formatted(
                        newSizedBox(null).getLabelIdentifier(),
                        newEvent(DistributionEventState.PACKING))),
        sample(
            "unassignBoxFromDistributionEvent",
            () -> {
              int event = newEvent(DistributionEventState.PACKING);
              return "(boxLabelIdentifier: %s, distributionEventId: %d)"
                  .formatted(newSizedBox(event).getLabelIdentifier(), event);
            }),
        sample(
            "moveItemsFromBoxToDistributionEvent",
            () ->
                "(boxLabelIdentifier: %s, distributionEventId: %d, numberOfItems: 3)"
                    .formatted(
                        newSizedBox(null).getLabelIdentifier(),
                        newEvent(DistributionEventState.PACKING))),
        sample(
            "removeItemsFromUnboxedItemsCollection",
            () ->
                "(id: %d, numberOfItems: 3)"
                    .formatted(newUnboxedItems(newEvent(DistributionEventState.PACKING)))),
        sample(
            "startDistributionEventsTrackingGroup",
            () -> {
              int first = newEvent(DistributionEventState.RETURNED_FROM_DISTRIBUTION);
              int second = newEvent(DistributionEventState.RETURNED_FROM_DISTRIBUTION);
              newUnboxedItems(first);
              newSizedBox(first);
              newSizedBox(second);
              return "(distributionEventIds: [%d, %d], baseId: 1)".formatted(first, second);
            }),
        sample(
            "setReturnedNumberOfItemsForDistributionEventsTrackingGroup",
            () ->
                """
                (
                  distributionEventsTrackingGroupId: %d, productId: 1501, sizeId: 1,
                  numberOfItems: 3
                )"""
                    .formatted(newTrackingGroup())),
        sample(
            "moveItemsFromReturnTrackingGroupToBox",
            () ->
                """
                (
                  distributionEventsTrackingGroupId: %d, productId: 1501, sizeId: 1,
                  numberOfItems: 3, targetBoxLabelIdentifier: "%s"
                )"""
                    .formatted(newTrackingGroup(), newSizedBox(null).getLabelIdentifier())),
        sample(
            "completeDistributionEventsTrackingGroup",
            () -> "(id: %d)".formatted(newTrackingGroup())));
  }

  private static Sample sample(String name, Supplier<String> arguments) {
    String selection =
        name.equals("removeAllPackingListEntriesFromDistributionEventForProduct")
            ? ""
            : " { __typename }";
    return new Sample(
        name, () -> "mutation { result: %s%s%s }".formatted(name, arguments.get(), selection));
  }

  private int copyOfProduct(int id) {
    return stored(sql.fetchSingle(PRODUCT, PRODUCT.ID.eq(id)).copy()).getId();
  }

  private void forgetProducts(int base, Integer... standardProducts) {
    sql.deleteFrom(PRODUCT)
        .where(PRODUCT.BASE_ID.eq(base))
        .and(PRODUCT.STANDARD_PRODUCT_ID.in(standardProducts))
        .execute();
  }

  private BoxRecord newBox() {
    return newBox(BoxState.IN_STOCK);
  }

  private BoxRecord newBox(BoxState state) {
    BoxRecord box = new BoxRecord();
    box.setLabelIdentifier(Unique.label());
    box.setProductId(OWN_PRODUCT);
    box.setLocationId(SHELF);
    box.setNumberOfItems(10);
    box.setState(state);
    return stored(box);
  }

  private String twoLabels() {
    return "[\"%s\", \"%s\"]"
        .formatted(newBox().getLabelIdentifier(), newBox().getLabelIdentifier());
  }

  private int newTag() {
    TagRecord tag = new TagRecord();
    tag.setBaseId(BASE);
    tag.setName("Damp");
    tag.setDescription("");
    tag.setColor("#000");
    tag.setType(TagType.ALL);
    return stored(tag).getId();
  }

  private int newBeneficiary(@Nullable Integer head) {
    BeneficiaryRecord beneficiary = new BeneficiaryRecord();
    beneficiary.setBaseId(BASE);
    beneficiary.setFamilyHeadId(head);
    beneficiary.setFirstName("Dan");
    beneficiary.setSeq(head == null ? 1 : 2);
    beneficiary.setFamilyId(0);
    beneficiary.setBicyclebancomment("");
    beneficiary.setWorkshopbancomment("");
    return transaction()
        .insert(List.of(beneficiary), Tables.BENEFICIARY.DELETED_ON)
        .getFirst()
        .getId();
  }

  /** A new tag that a box and a beneficiary have. */
  private int attachedTag() {
    int tag = newTag();
    attach(tag, TaggableResourceType.BOX, newBox().getId());
    attach(tag, TaggableResourceType.BENEFICIARY, BENEFICIARY);
    return tag;
  }

  private void attach(int tag, TaggableResourceType type, int resource) {
    TagRelationRecord relation = new TagRelationRecord();
    relation.setTagId(tag);
    relation.setObjectType(type);
    relation.setObjectId(resource);
    stored(relation);
  }

  /** A new base of the first organisation, so that no agreement holds for it. */
  private int newBase() {
    return stored(sql.fetchSingle(Tables.BASE, Tables.BASE.ID.eq(BASE)).copy()).getId();
  }

  private int newAgreement() {
    TransferAgreementRecord agreement = new TransferAgreementRecord();
    agreement.setSourceOrganisationId(1);
    agreement.setTargetOrganisationId(3);
    agreement.setType(TransferAgreementType.SENDING_TO);
    agreement.setState(TransferAgreementState.UNDER_REVIEW);
    agreement.setRequestedOn(LONG_AGO);
    agreement.setRequestedBy(2);
    agreement.setValidFrom(LONG_AGO);
    int id = stored(agreement).getId();
    TransferAgreementDetailRecord pair = new TransferAgreementDetailRecord();
    pair.setTransferAgreementId(id);
    pair.setSourceBaseId(BASE);
    pair.setTargetBaseId(7);
    stored(pair);
    return id;
  }

  /** A new shipment from base 1 to base 3, with two boxes in it. */
  private int newShipment(ShipmentState state, BoxState boxes) {
    int shipment = newShipment(state);
    newDetail(shipment, newBox(boxes));
    newDetail(shipment, newBox(boxes));
    return shipment;
  }

  private int newShipment(ShipmentState state) {
    ShipmentRecord shipment = new ShipmentRecord();
    shipment.setSourceBaseId(BASE);
    shipment.setTargetBaseId(3);
    shipment.setTransferAgreementId(1);
    shipment.setState(state);
    shipment.setStartedOn(LONG_AGO);
    shipment.setStartedById(3);
    return stored(shipment).getId();
  }

  private int newDetail(int shipment, BoxRecord box) {
    return stored(detail(shipment, box)).getId();
  }

  private void newLostDetail(int shipment, BoxRecord box) {
    ShipmentDetailRecord detail = detail(shipment, box);
    detail.setLostOn(LONG_AGO);
    detail.setLostById(7);
    stored(detail);
  }

  private static ShipmentDetailRecord detail(int shipment, BoxRecord box) {
    ShipmentDetailRecord detail = new ShipmentDetailRecord();
    detail.setShipmentId(shipment);
    detail.setBoxId(box.getId());
    detail.setSourceProductId(box.getProductId());
    detail.setSourceLocationId(box.getLocationId());
    detail.setSourceQuantity(box.getNumberOfItems());
    detail.setCreatedOn(LONG_AGO);
    detail.setCreatedById(3);
    return detail;
  }

  private BoxRecord newSizedBox(@Nullable Integer event) {
    BoxRecord box = new BoxRecord();
    box.setLabelIdentifier(Unique.label());
    box.setProductId(OWN_PRODUCT);
    box.setSizeId(SIZE);
    box.setLocationId(SHELF);
    box.setNumberOfItems(10);
    box.setState(BoxState.IN_STOCK);
    box.setDistributionEventId(event);
    return stored(box);
  }

  private int newEvent(DistributionEventState state) {
    return stored(event(state)).getId();
  }

  private static DistributionEventRecord event(DistributionEventState state) {
    DistributionEventRecord event = new DistributionEventRecord();
    event.setDistributionSpotId(SPOT);
    event.setState(state);
    event.setPlannedStartDateTime(LONG_AGO);
    event.setPlannedEndDateTime(LONG_AGO);
    event.setCreatedOn(LONG_AGO);
    return event;
  }

  private int newPackingListEntry(int event) {
    PackingListEntryRecord entry = new PackingListEntryRecord();
    entry.setDistributionEventId(event);
    entry.setProductId(OWN_PRODUCT);
    entry.setSizeId(SIZE);
    entry.setNumberOfItems(10);
    entry.setState(PackingListEntryState.NOT_STARTED);
    entry.setCreatedOn(LONG_AGO);
    return stored(entry).getId();
  }

  private int newUnboxedItems(int event) {
    UnboxedItemsCollectionRecord items = new UnboxedItemsCollectionRecord();
    items.setDistributionEventId(event);
    items.setProductId(OWN_PRODUCT);
    items.setSizeId(SIZE);
    items.setLocationId(SHELF);
    items.setNumberOfItems(10);
    items.setCreatedOn(LONG_AGO);
    return stored(items).getId();
  }

  /** A new group of two events, in which ten items went out and five came back. */
  private int newTrackingGroup() {
    DistributionEventsTrackingGroupRecord group = new DistributionEventsTrackingGroupRecord();
    group.setBaseId(BASE);
    group.setState(DistributionEventsTrackingGroupState.IN_PROGRESS);
    group.setCreatedOn(LONG_AGO);
    int id = stored(group).getId();
    for (int number = 0; number < 2; number++) {
      DistributionEventRecord event = event(DistributionEventState.RETURN_TRACKING_IN_PROGRESS);
      event.setDistributionEventsTrackingGroupId(id);
      stored(event);
    }
    newTrackingEntry(id, DistributionEventTrackingFlowDirection.OUT, 10);
    newTrackingEntry(id, DistributionEventTrackingFlowDirection.IN, 5);
    return id;
  }

  private void newTrackingEntry(
      int group, DistributionEventTrackingFlowDirection direction, int items) {
    DistributionEventsTrackingEntryRecord entry = new DistributionEventsTrackingEntryRecord();
    entry.setDistributionEventsTrackingGroupId(group);
    entry.setFlowDirection(direction);
    entry.setProductId(OWN_PRODUCT);
    entry.setSizeId(SIZE);
    entry.setNumberOfItems(items);
    entry.setDate(LONG_AGO);
    stored(entry);
  }

  private <R extends TableRecord<R>> R stored(R row) {
    return transaction().insert(row);
  }

  private Transaction transaction() {
    Instant now = Instant.now();
    ChangeHistory noHistory = new ChangeHistory(0, now);
    return new Transaction(sql, CurrentUser.anonymous(), now, noHistory);
  }
}
