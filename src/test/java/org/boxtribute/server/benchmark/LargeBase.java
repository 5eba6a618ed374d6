package org.boxtribute.server.benchmark;

import static org.boxtribute.server.persistence.schema.Tables.BASE;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.QR_CODE;
import static org.boxtribute.server.persistence.schema.Tables.SIZE;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRelationRecord;
import org.boxtribute.server.product.ProductGender;
import org.boxtribute.server.tag.TagType;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.warehouse.BoxState;
import org.boxtribute.server.warehouse.LocationType;
import org.jooq.DSLContext;
import org.jooq.UpdatableRecord;

/** A base with as many boxes as the largest that the reference implementation was measured with. */
final class LargeBase {
  static final int ID = 900;
  static final int ORGANISATION = 1;
  static final int BOXES = 8201;

  private static final int FIRST_ID = 900_000;
  private static final int PRODUCTS = 300;
  private static final int LOCATIONS = 30;
  private static final int TAGS = 12;
  private static final int SIZES = 20;
  private static final int ROWS_AT_ONCE = 1000;
  private static final List<ProductGender> GENDERS = List.of(ProductGender.values());
  private static final int COORDINATOR = 3;
  private static final Instant START = Instant.parse("2025-01-01T08:00:00Z");

  private LargeBase() {}

  /** Adds the base to a database with the demo data. */
  static void fill(DSLContext sql) {
    sql.insertInto(BASE)
        .set(BASE.ID, ID)
        .set(BASE.NAME, "Large base")
        .set(BASE.ORGANISATION_ID, ORGANISATION)
        .set(BASE.SEQ, 1)
        .execute();
    store(sql, LOCATIONS, LargeBase::location);
    store(sql, PRODUCTS, LargeBase::product);
    store(sql, TAGS, LargeBase::tag);
    store(sql, BOXES, LargeBase::qrCode);
    List<Integer> sizes = sql.select(SIZE.ID).from(SIZE).orderBy(SIZE.ID).fetch(SIZE.ID);
    store(sql, BOXES, n -> box(n, sizes.get(n % SIZES)));
    store(sql, BOXES, n -> tagging(n, 0));
    store(sql, BOXES, n -> tagging(n, 1));
  }

  private static LocationRecord location(int n) {
    LocationRecord location = LOCATION.newRecord();
    location.setId(FIRST_ID + n);
    location.setName("Shelf " + n);
    location.setBaseId(ID);
    location.setType(LocationType.CLASSIC_LOCATION);
    return location;
  }

  private static ProductRecord product(int n) {
    ProductRecord product = PRODUCT.newRecord();
    product.setId(FIRST_ID + n);
    product.setName("Product number " + n);
    product.setBaseId(ID);
    product.setCategoryId(1 + n % 8);
    product.setGender(GENDERS.get(n % GENDERS.size()));
    product.setSizeRangeId(1);
    product.setPrice(n);
    return product;
  }

  private static TagRecord tag(int n) {
    TagRecord tag = TAG.newRecord();
    tag.setId(FIRST_ID + n);
    tag.setName("tag " + n);
    tag.setColor("#12ab%02x".formatted(n));
    tag.setDescription("What is told by tag " + n);
    tag.setBaseId(ID);
    tag.setType(TagType.BOX);
    return tag;
  }

  private static QrCodeRecord qrCode(int n) {
    QrCodeRecord qrCode = QR_CODE.newRecord();
    qrCode.setId(FIRST_ID + n);
    qrCode.setCode("%032x".formatted(n * 7919L));
    qrCode.setCreatedOn(START);
    return qrCode;
  }

  private static BoxRecord box(int n, int size) {
    BoxRecord box = BOX.newRecord();
    box.setId(FIRST_ID + n);
    box.setLabelIdentifier(String.valueOf(90_000_000 + n));
    box.setProductId(FIRST_ID + n % PRODUCTS);
    box.setSizeId(size);
    box.setNumberOfItems(n % 120);
    box.setLocationId(FIRST_ID + n % LOCATIONS);
    box.setQrCodeId(FIRST_ID + n);
    box.setComment("Comment on box " + n);
    box.setState(BoxState.IN_STOCK);
    box.setCreatedOn(START.plusSeconds(60L * n));
    box.setCreatedBy(COORDINATOR);
    box.setLastModifiedOn(START.plusSeconds(90L * n));
    box.setLastModifiedBy(COORDINATOR);
    return box;
  }

  private static TagRelationRecord tagging(int n, int which) {
    TagRelationRecord tagging = TAG_RELATION.newRecord();
    tagging.setObjectId(FIRST_ID + n);
    tagging.setObjectType(TaggableResourceType.BOX);
    tagging.setTagId(FIRST_ID + (n + which * (TAGS / 2)) % TAGS);
    tagging.setCreatedOn(START.plusSeconds(n));
    tagging.setCreatedBy(COORDINATOR);
    return tagging;
  }

  private static void store(
      DSLContext sql, int rows, java.util.function.IntFunction<UpdatableRecord<?>> row) {
    for (int start = 0; start < rows; start += ROWS_AT_ONCE) {
      List<UpdatableRecord<?>> batch = new ArrayList<>();
      for (int n = start; n < Math.min(rows, start + ROWS_AT_ONCE); n++) {
        batch.add(row.apply(n));
      }
      sql.batchInsert(batch).execute();
    }
  }
}
