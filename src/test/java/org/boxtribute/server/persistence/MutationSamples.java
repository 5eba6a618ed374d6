package org.boxtribute.server.persistence;

import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRelationRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.tag.TagType;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.testing.Unique;
import org.boxtribute.server.warehouse.BoxState;
import org.jooq.DSLContext;
import org.jooq.TableRecord;

/** One request for each mutation of the API that succeeds, on rows of its own. */
final class MutationSamples {
  private static final int BASE = 1;
  private static final int SHELF = 101;
  private static final int OWN_PRODUCT = 1501;
  private static final int STANDARD_PRODUCT_OF_BASE_1 = 1001;
  private static final int BENEFICIARY = 1020;

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
            }));
  }

  private static Sample sample(String name, Supplier<String> arguments) {
    return new Sample(
        name, () -> "mutation { result: %s%s { __typename } }".formatted(name, arguments.get()));
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

  private <R extends TableRecord<R>> R stored(R row) {
    Instant now = Instant.now();
    ChangeHistory noHistory = new ChangeHistory(0, now);
    return new Transaction(sql, CurrentUser.anonymous(), now, noHistory).insert(row);
  }
}
