package org.boxtribute.server.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BASE;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENT;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENTS_TRACKING_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENTS_TRACKING_GROUP;
import static org.boxtribute.server.persistence.schema.Tables.HISTORY_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.persistence.schema.Tables.PACKING_LIST_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.UNBOXED_ITEMS_COLLECTION;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingEntryRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.PackingListEntryRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnboxedItemsCollectionRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.Unique;
import org.boxtribute.server.warehouse.BoxState;
import org.boxtribute.server.warehouse.LocationType;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.Table;

/** What the server has stored about distributions, and bases, spots and boxes of a test's own. */
final class DistributionTables {
  static final Instant LONG_AGO = Instant.parse("2024-02-29T12:00:00Z");
  static final int SMALL = 1;
  static final int LARGE = 3;

  private static final List<Table<?>> WRITTEN =
      List.of(
          LOCATION,
          DISTRIBUTION_EVENT,
          PACKING_LIST_ENTRY,
          UNBOXED_ITEMS_COLLECTION,
          DISTRIBUTION_EVENTS_TRACKING_GROUP,
          DISTRIBUTION_EVENTS_TRACKING_ENTRY,
          BOX);

  private final DSLContext sql;

  DistributionTables(TestServer server) {
    this.sql = server.sql();
  }

  /** Adds a base with a shelf, a spot and a product that has sizes. */
  DistributionBase newBase() {
    int base = newBareBase(row -> {});
    return new DistributionBase(
        base,
        newLocation(base, LocationType.CLASSIC_LOCATION, row -> {}),
        newLocation(base, LocationType.DISTRIBUTION_SPOT, row -> {}),
        newProduct(base, row -> {}));
  }

  int newBareBase(Consumer<BaseRecord> change) {
    BaseRecord base = sql.fetchSingle(BASE, BASE.ID.eq(1)).copy();
    base.setName(Unique.name("Base"));
    change.accept(base);
    sql.executeInsert(base);
    return sql.fetchSingle(BASE, BASE.NAME.eq(base.getName())).getId();
  }

  int newLocation(int base, LocationType type, Consumer<LocationRecord> change) {
    LocationRecord location = sql.fetchSingle(LOCATION, LOCATION.ID.eq(101)).copy();
    location.setBaseId(base);
    location.setType(type);
    location.setName(Unique.name("Place"));
    change.accept(location);
    sql.executeInsert(location);
    return sql.fetchSingle(LOCATION, LOCATION.NAME.eq(location.getName())).getId();
  }

  LocationRecord location(int id) {
    return sql.fetchSingle(LOCATION, LOCATION.ID.eq(id));
  }

  int newProduct(int base, Consumer<ProductRecord> change) {
    ProductRecord product = sql.fetchSingle(PRODUCT, PRODUCT.ID.eq(1001)).copy();
    product.setBaseId(base);
    product.setName(Unique.name("Product"));
    change.accept(product);
    sql.executeInsert(product);
    return sql.fetchSingle(PRODUCT, PRODUCT.NAME.eq(product.getName())).getId();
  }

  void deleteProduct(int id) {
    sql.update(PRODUCT).set(PRODUCT.DELETED_ON, LONG_AGO).where(PRODUCT.ID.eq(id)).execute();
  }

  /** Adds a box of ten small items that stands in stock in a base, last modified long ago. */
  BoxRecord newBox(DistributionBase base) {
    return newBox(base, box -> {});
  }

  /** As {@link #newBox(DistributionBase)}, changed by hand. */
  BoxRecord newBox(DistributionBase base, Consumer<BoxRecord> change) {
    BoxRecord box = new BoxRecord();
    box.setLabelIdentifier(Unique.label());
    box.setProductId(base.product());
    box.setSizeId(SMALL);
    box.setLocationId(base.shelf());
    box.setNumberOfItems(10);
    box.setState(BoxState.IN_STOCK);
    box.setLastModifiedOn(LONG_AGO);
    box.setLastModifiedBy(4);
    change.accept(box);
    sql.executeInsert(box);
    return box(box);
  }

  BoxRecord box(BoxRecord box) {
    return sql.fetchSingle(BOX, BOX.LABEL_IDENTIFIER.eq(box.getLabelIdentifier()));
  }

  /** The entries about a box, as {@code changes from to}. */
  List<String> history(BoxRecord box) {
    return sql.selectFrom(HISTORY_ENTRY)
        .where(HISTORY_ENTRY.TABLE_NAME.eq("stock"))
        .and(HISTORY_ENTRY.RECORD_ID.eq(box.getId()))
        .orderBy(HISTORY_ENTRY.ID)
        .fetch(entry -> entry.getChanges() + " " + entry.getFromInt() + " " + entry.getToInt());
  }

  /** Adds an event at a spot, planned long ago. */
  int newEvent(int spot, DistributionEventState state) {
    DistributionEventRecord event = new DistributionEventRecord();
    event.setName(Unique.name("Event"));
    event.setDistributionSpotId(spot);
    event.setState(state);
    event.setPlannedStartDateTime(LONG_AGO);
    event.setPlannedEndDateTime(LONG_AGO);
    event.setCreatedOn(LONG_AGO);
    sql.executeInsert(event);
    return sql.fetchSingle(DISTRIBUTION_EVENT, DISTRIBUTION_EVENT.NAME.eq(event.getName())).getId();
  }

  DistributionEventRecord event(int id) {
    return sql.fetchSingle(DISTRIBUTION_EVENT, DISTRIBUTION_EVENT.ID.eq(id));
  }

  void setState(int event, DistributionEventState state) {
    sql.update(DISTRIBUTION_EVENT)
        .set(DISTRIBUTION_EVENT.STATE, state)
        .where(DISTRIBUTION_EVENT.ID.eq(event))
        .execute();
  }

  List<PackingListEntryRecord> packingList(int event) {
    return sql.selectFrom(PACKING_LIST_ENTRY)
        .where(PACKING_LIST_ENTRY.DISTRIBUTION_EVENT_ID.eq(event))
        .orderBy(PACKING_LIST_ENTRY.ID)
        .fetch();
  }

  List<UnboxedItemsCollectionRecord> unboxed(int event) {
    return sql.selectFrom(UNBOXED_ITEMS_COLLECTION)
        .where(UNBOXED_ITEMS_COLLECTION.DISTRIBUTION_EVENT_ID.eq(event))
        .orderBy(UNBOXED_ITEMS_COLLECTION.ID)
        .fetch();
  }

  DistributionEventsTrackingGroupRecord trackingGroup(int id) {
    return sql.fetchSingle(
        DISTRIBUTION_EVENTS_TRACKING_GROUP, DISTRIBUTION_EVENTS_TRACKING_GROUP.ID.eq(id));
  }

  List<DistributionEventsTrackingEntryRecord> entries(int group) {
    return sql.selectFrom(DISTRIBUTION_EVENTS_TRACKING_ENTRY)
        .where(DISTRIBUTION_EVENTS_TRACKING_ENTRY.DISTRIBUTION_EVENTS_TRACKING_GROUP_ID.eq(group))
        .orderBy(DISTRIBUTION_EVENTS_TRACKING_ENTRY.ID)
        .fetch();
  }

  /** The entries of a group, as {@code direction product size number}. */
  List<String> counted(int group) {
    return entries(group).stream()
        .map(
            entry ->
                "%s %d %d %d"
                    .formatted(
                        entry.getFlowDirection().stored(),
                        entry.getProductId(),
                        entry.getSizeId(),
                        entry.getNumberOfItems()))
        .toList();
  }

  List<BoxRecord> boxes(int shelf) {
    return sql.selectFrom(BOX).where(BOX.LOCATION_ID.eq(shelf)).orderBy(BOX.ID).fetch();
  }

  /** Runs something that must leave all of distributions, boxes and the history as they are. */
  Answer unchangedBy(Supplier<Answer> work) {
    List<Result<?>> rows = rows();
    int entries = sql.fetchCount(HISTORY_ENTRY);
    Answer answer = work.get();
    assertThat(rows()).isEqualTo(rows);
    assertThat(sql.fetchCount(HISTORY_ENTRY)).isEqualTo(entries);
    return answer;
  }

  private List<Result<?>> rows() {
    return WRITTEN.stream().<Result<?>>map(this::rows).toList();
  }

  private Result<?> rows(Table<?> table) {
    return sql.selectFrom(table).orderBy(table.field("id")).fetch();
  }
}
