package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.HISTORY_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.QR_CODE;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRelationRecord;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.Unique;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What the server has stored about boxes, and boxes to write to. */
final class BoxTable {
  /** What the web app selects of a box that it shows as a row of its table. */
  static final String ROW_OF_THE_WEB_APP =
      """
      fragment Row on Box {
        id labelIdentifier numberOfItems weight monetaryValue state comment
        product { id name type gender deletedOn category { id name } }
        size { id label }
        weightDisplayUnit { symbol }
        location { id name base { monetaryCurrencyCode } }
        tags { id name color description }
        shipmentDetail { id shipment { id labelIdentifier } }
        qrCode { code }
        createdOn lastModifiedOn deletedOn
        createdBy { id name }
        lastModifiedBy { id name }
      }
      """;

  static final Instant LONG_AGO = Instant.parse("2024-02-29T12:00:00Z");

  private final DSLContext sql;

  BoxTable(TestServer server) {
    this.sql = server.sql();
  }

  /** Adds a box that is as the one with a label, but has no QR code. */
  BoxRecord copyOf(String label) {
    BoxRecord copy = sql.fetchSingle(BOX, BOX.LABEL_IDENTIFIER.eq(label)).copy();
    copy.setLabelIdentifier(Unique.label());
    copy.setQrCodeId(null);
    copy.touched(BOX.DELETED_ON, copy.getDeletedOn() != null);
    sql.executeInsert(copy);
    return row(copy.getLabelIdentifier());
  }

  BoxRecord row(String label) {
    return sql.fetchSingle(BOX, BOX.LABEL_IDENTIFIER.eq(label));
  }

  /** Adds a box as {@link #copyOf} does, changed by hand, and last modified long ago. */
  BoxRecord copyOf(String label, Consumer<BoxRecord> change) {
    BoxRecord box = copyOf(label);
    change.accept(box);
    box.setLastModifiedOn(LONG_AGO);
    box.setLastModifiedBy(4);
    sql.executeUpdate(box);
    return row(box.getLabelIdentifier());
  }

  /** Adds a box of ten blankets that stands in stock, changed by hand. */
  BoxRecord blankets(Consumer<BoxRecord> change) {
    return copyOf(
        "10001001",
        box -> {
          box.setProductId(1027);
          box.setSizeId(68);
          box.setDisplayUnitId(null);
          box.setMeasureValue(null);
          box.setNumberOfItems(10);
          box.setLocationId(101);
          box.setState(BoxState.IN_STOCK);
          box.setComment("");
          box.setWeight(null);
          box.setMonetaryValue(null);
          change.accept(box);
        });
  }

  /** Attaches tags to a box, long ago. */
  void tag(BoxRecord box, int... tags) {
    for (int tag : tags) {
      TagRelationRecord relation = new TagRelationRecord();
      relation.setObjectType(TaggableResourceType.BOX);
      relation.setObjectId(box.getId());
      relation.setTagId(tag);
      relation.setCreatedOn(LONG_AGO);
      relation.setCreatedBy(4);
      sql.executeInsert(relation);
    }
  }

  /** The last time each tag was taken off a box, as {@code tag by user}. */
  List<String> removedTags(int id) {
    return sql.selectFrom(TAG_RELATION)
        .where(TAG_RELATION.OBJECT_TYPE.eq(TaggableResourceType.BOX))
        .and(TAG_RELATION.OBJECT_ID.eq(id))
        .and(TAG_RELATION.DELETED_ON.isNotNull())
        .orderBy(TAG_RELATION.ID)
        .fetch(relation -> relation.getTagId() + " by " + relation.getDeletedBy());
  }

  /** Adds a product of base 1 that comes in one size. */
  int newProduct() {
    ProductRecord product = sql.fetchSingle(PRODUCT, PRODUCT.ID.eq(1501)).copy();
    product.setName(Unique.name("Product"));
    sql.executeInsert(product);
    return sql.fetchSingle(PRODUCT, PRODUCT.NAME.eq(product.getName())).getId();
  }

  /** Adds a QR code that no box has. */
  QrCodeRecord newQrCode() {
    QrCodeRecord qrCode = new QrCodeRecord();
    qrCode.setCode(Unique.name("code"));
    sql.executeInsert(qrCode);
    return sql.fetchSingle(QR_CODE, QR_CODE.CODE.eq(qrCode.getCode()));
  }

  QrCodeRecord qrCode(int id) {
    return sql.fetchSingle(QR_CODE, QR_CODE.ID.eq(id));
  }

  /** The tags that a box has, by their ids. */
  List<TagRecord> tags(int id) {
    return sql.select(TAG.fields())
        .from(TAG)
        .join(TAG_RELATION)
        .on(TAG_RELATION.TAG_ID.eq(TAG.ID))
        .where(TAG_RELATION.OBJECT_TYPE.eq(TaggableResourceType.BOX))
        .and(TAG_RELATION.OBJECT_ID.eq(id))
        .and(TAG_RELATION.DELETED_ON.isNull())
        .orderBy(TAG.ID)
        .fetchInto(TAG);
  }

  /** The entries about a box, as {@code changes from to by}, without what is null. */
  List<String> history(int id) {
    return history("stock", id);
  }

  /** As {@link #history(int)}, about a row of any table. */
  List<String> history(String table, int id) {
    return sql.selectFrom(HISTORY_ENTRY)
        .where(HISTORY_ENTRY.TABLE_NAME.eq(table))
        .and(HISTORY_ENTRY.RECORD_ID.eq(id))
        .orderBy(HISTORY_ENTRY.ID)
        .fetch(
            entry ->
                entry.getChanges()
                    + told(entry.getFromInt())
                    + told(entry.getToInt())
                    + told(entry.getFromFloat())
                    + told(entry.getToFloat())
                    + " by "
                    + entry.getUserId());
  }

  /** Runs something that must leave all boxes, QR codes, tags and the history as they are. */
  Answer unchangedBy(Supplier<Answer> work) {
    List<BoxRecord> boxes = boxes();
    List<TagRelationRecord> taggings = taggings();
    List<Integer> counts = counts();
    Answer answer = work.get();
    assertThat(boxes()).isEqualTo(boxes);
    assertThat(taggings()).isEqualTo(taggings);
    assertThat(counts()).isEqualTo(counts);
    return answer;
  }

  private List<Integer> counts() {
    return Stream.of(QR_CODE, TAG, HISTORY_ENTRY).map(sql::fetchCount).toList();
  }

  private List<TagRelationRecord> taggings() {
    return sql.selectFrom(TAG_RELATION).orderBy(TAG_RELATION.ID).fetch();
  }

  private List<BoxRecord> boxes() {
    return sql.selectFrom(BOX).orderBy(BOX.ID).fetch();
  }

  private static String told(@Nullable Object value) {
    return value == null ? "" : " " + value;
  }
}
