package org.boxtribute.server.warehouse;

import static java.util.stream.Collectors.toSet;
import static org.boxtribute.server.persistence.Conditions.isNotDeleted;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT_DETAIL;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.graphql.paging.PageOrder;
import org.boxtribute.server.graphql.paging.Pages;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.tag.TaggableResourceType;
import org.jooq.AggregateFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** Statements about boxes. */
@Singleton
final class BoxRepository {
  private static final PageOrder<BoxRecord> NEWEST_FIRST =
      PageOrder.newestFirst(BOX.LAST_MODIFIED_ON, BOX.ID);

  private final DSLContext sql;

  BoxRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The boxes of the given ids, deleted ones included. */
  Map<Integer, BoxRecord> byId(Collection<Integer> ids) {
    return sql.selectFrom(BOX).where(BOX.ID.in(ids)).fetchMap(BOX.ID);
  }

  /** The boxes that carry the given QR codes, by the codes' ids, deleted boxes included. */
  Map<Integer, BoxRecord> byQrCode(Collection<Integer> qrCodes) {
    return sql.selectFrom(BOX).where(BOX.QR_CODE_ID.in(qrCodes)).fetchMap(BOX.QR_CODE_ID);
  }

  /** The box with a label, if there is one, deleted or not. */
  Optional<BoxRecord> find(String labelIdentifier) {
    return sql.selectFrom(BOX)
        .where(Conditions.isText(BOX.LABEL_IDENTIFIER, labelIdentifier))
        .fetchOptional();
  }

  /** Locks the box with a label, if there is one, deleted or not. */
  Optional<BoxRecord> lock(Transaction transaction, String labelIdentifier) {
    return transaction
        .sql()
        .selectFrom(BOX)
        .where(Conditions.isText(BOX.LABEL_IDENTIFIER, labelIdentifier))
        .forUpdate()
        .fetchOptional();
  }

  /** Whether a box, deleted or not, carries a QR code. */
  boolean carries(Transaction transaction, int qrCode) {
    return transaction.sql().fetchExists(BOX, BOX.QR_CODE_ID.eq(qrCode));
  }

  /** Those of the labels that boxes have, deleted boxes included. */
  Set<String> labelsInUse(Transaction transaction, Collection<String> labels) {
    return transaction
        .sql()
        .select(BOX.LABEL_IDENTIFIER)
        .from(BOX)
        .where(BOX.LABEL_IDENTIFIER.in(labels))
        .fetchSet(BOX.LABEL_IDENTIFIER);
  }

  /** The box of an id as it is after what the transaction wrote so far. */
  BoxRecord written(Transaction transaction, int id) {
    return transaction.sql().selectFrom(BOX).where(BOX.ID.eq(id)).fetchSingle();
  }

  /** Stores what was set of a box, and that this transaction modified it. */
  void updateAsModified(Transaction transaction, BoxRecord box) {
    box.setLastModifiedOn(transaction.now());
    box.setLastModifiedBy(transaction.user().id());
    update(transaction, box);
  }

  /** Stores what was set of a box. */
  void update(Transaction transaction, BoxRecord box) {
    transaction.sql().executeUpdate(box);
  }

  /** A page of the boxes of a base that are not deleted, those that changed last first. */
  Page<BoxRecord> ofBase(int base, BoxSelection selection) {
    Condition ofBase =
        BOX.LOCATION_ID
            .in(select(LOCATION.ID).from(LOCATION).where(LOCATION.BASE_ID.eq(base)))
            .and(isNotDeleted(BOX.DELETED_ON));
    return Pages.page(
        sql, BOX, ofBase.and(meets(selection.filter())), selection.page(), NEWEST_FIRST);
  }

  /** The same page of the boxes at each of the given locations, deleted ones included. */
  Map<Integer, Page<BoxRecord>> atLocations(Set<Integer> locations, BoxSelection selection) {
    return Pages.pages(
        sql,
        BOX,
        BOX.LOCATION_ID,
        locations,
        meets(selection.filter()),
        selection.page(),
        PageOrder.byId(BOX.ID));
  }

  /** The tags within a scope that each of the given boxes has, deleted tags excluded. */
  Map<Integer, List<TagRecord>> tags(Set<Integer> boxes, BaseScope scope) {
    Map<Integer, List<Integer>> tagsOfBoxes =
        sql.select(TAG_RELATION.OBJECT_ID, TAG_RELATION.TAG_ID)
            .from(TAG_RELATION)
            .where(isTagOfBox())
            .and(TAG_RELATION.OBJECT_ID.in(boxes))
            .orderBy(TAG_RELATION.TAG_ID)
            .fetchGroups(TAG_RELATION.OBJECT_ID, TAG_RELATION.TAG_ID);
    if (tagsOfBoxes.isEmpty()) {
      return Map.of();
    }
    // Thousands of boxes share a few tags: each of these is read once.
    Map<Integer, TagRecord> visible = visibleTags(tagsOfBoxes.values(), scope);
    Map<Integer, List<TagRecord>> tags = new HashMap<>();
    tagsOfBoxes.forEach(
        (box, ids) ->
            tags.put(box, ids.stream().map(visible::get).filter(Objects::nonNull).toList()));
    return tags;
  }

  private Map<Integer, TagRecord> visibleTags(Collection<List<Integer>> ids, BaseScope scope) {
    return sql.selectFrom(TAG)
        .where(TAG.ID.in(ids.stream().flatMap(List::stream).collect(toSet())))
        .and(isNotDeleted(TAG.DELETED_ON))
        .and(Conditions.within(scope, TAG.BASE_ID))
        .fetchMap(TAG.ID);
  }

  /** How many boxes are in stock in each of the given bases, of those within a scope. */
  Map<Integer, Integer> boxesInStock(Set<Integer> bases, BaseScope scope) {
    return inStock(count(), bases, scope);
  }

  /** How many items are in stock in each of the given bases, of those within a scope. */
  Map<Integer, Integer> itemsInStock(Set<Integer> bases, BaseScope scope) {
    return inStock(sum(BOX.NUMBER_OF_ITEMS), bases, scope);
  }

  /** How many items of each of the given products are in boxes of the given states. */
  Map<Integer, Integer> itemsOfProducts(Set<Integer> products, Set<BoxState> states) {
    return numbers(
        sql.select(BOX.PRODUCT_ID, sum(BOX.NUMBER_OF_ITEMS))
            .from(BOX)
            .where(BOX.PRODUCT_ID.in(products))
            .and(BOX.STATE.in(states))
            .and(isNotDeleted(BOX.DELETED_ON))
            .groupBy(BOX.PRODUCT_ID)
            .fetch());
  }

  /** The source and the target of the shipment that each of the given boxes is on, if any. */
  Map<Integer, List<Integer>> basesOfShipments(Collection<Integer> boxes) {
    return basesOfShipments(sql, boxes);
  }

  /** As {@link #basesOfShipments(Collection)}, as a transaction sees them. */
  Map<Integer, List<Integer>> basesOfShipments(Transaction transaction, Collection<Integer> boxes) {
    return basesOfShipments(transaction.sql(), boxes);
  }

  private static Map<Integer, List<Integer>> basesOfShipments(
      DSLContext sql, Collection<Integer> boxes) {
    Map<Integer, List<Integer>> bases = new HashMap<>();
    sql.select(SHIPMENT_DETAIL.BOX_ID, SHIPMENT.SOURCE_BASE_ID, SHIPMENT.TARGET_BASE_ID)
        .from(SHIPMENT_DETAIL)
        .join(SHIPMENT)
        .on(SHIPMENT.ID.eq(SHIPMENT_DETAIL.SHIPMENT_ID))
        .where(SHIPMENT_DETAIL.BOX_ID.in(boxes))
        .and(SHIPMENT_DETAIL.REMOVED_ON.isNull())
        .and(SHIPMENT_DETAIL.RECEIVED_ON.isNull())
        .orderBy(SHIPMENT_DETAIL.ID)
        .forEach(row -> bases.put(row.value1(), List.of(row.value2(), row.value3())));
    return bases;
  }

  private <N extends Number> Map<Integer, Integer> inStock(
      AggregateFunction<N> amount, Set<Integer> bases, BaseScope scope) {
    return numbers(
        sql.select(LOCATION.BASE_ID, amount)
            .from(BOX)
            .join(LOCATION)
            .on(LOCATION.ID.eq(BOX.LOCATION_ID))
            .where(LOCATION.BASE_ID.in(bases))
            .and(Conditions.within(scope, LOCATION.BASE_ID))
            .and(BOX.STATE.eq(BoxState.IN_STOCK))
            .and(isNotDeleted(BOX.DELETED_ON))
            .groupBy(LOCATION.BASE_ID)
            .fetch());
  }

  /** The sum of no number at all is null, which leaves its key out. */
  private static <N extends Number> Map<Integer, Integer> numbers(
      Result<Record2<Integer, N>> rows) {
    Map<Integer, Integer> numbers = new HashMap<>();
    for (Record2<Integer, N> row : rows) {
      N number = row.value2();
      if (number != null) {
        numbers.put(row.value1(), number.intValue());
      }
    }
    return numbers;
  }

  private static Condition meets(BoxFilter filter) {
    Condition condition =
        anyOf(BOX.STATE, filter.states())
            .and(anyOf(BOX.PRODUCT_ID, filter.productIds()))
            .and(anyOf(BOX.LOCATION_ID, filter.locationIds()))
            .and(equal(BOX.PRODUCT_ID, filter.productId()))
            .and(equal(BOX.SIZE_ID, filter.sizeId()));
    LocalDate from = filter.lastModifiedFrom();
    if (from != null) {
      condition = condition.and(BOX.LAST_MODIFIED_ON.ge(startOf(from)));
    }
    LocalDate until = filter.lastModifiedUntil();
    if (until != null) {
      condition = condition.and(BOX.LAST_MODIFIED_ON.le(startOf(until)));
    }
    List<Integer> tags = filter.tagIds();
    if (tags != null) {
      condition =
          condition.and(
              BOX.ID.in(
                  select(TAG_RELATION.OBJECT_ID)
                      .from(TAG_RELATION)
                      .where(isTagOfBox())
                      .and(TAG_RELATION.TAG_ID.in(tags))));
    }
    return condition.and(productMeets(filter));
  }

  private static Condition productMeets(BoxFilter filter) {
    boolean anyProduct =
        filter.productGender() == null
            && filter.productGenders().isEmpty()
            && filter.productCategoryId() == null
            && filter.productCategoryIds().isEmpty();
    if (anyProduct) {
      return noCondition();
    }
    return BOX.PRODUCT_ID.in(
        select(PRODUCT.ID)
            .from(PRODUCT)
            .where(equal(PRODUCT.GENDER, filter.productGender()))
            .and(anyOf(PRODUCT.GENDER, filter.productGenders()))
            .and(equal(PRODUCT.CATEGORY_ID, filter.productCategoryId()))
            .and(anyOf(PRODUCT.CATEGORY_ID, filter.productCategoryIds())));
  }

  private static Condition isTagOfBox() {
    return TAG_RELATION
        .OBJECT_TYPE
        .eq(TaggableResourceType.BOX)
        .and(isNotDeleted(TAG_RELATION.DELETED_ON));
  }

  private static <T> Condition equal(Field<T> column, @Nullable T value) {
    return value == null ? noCondition() : column.eq(value);
  }

  private static <T> Condition anyOf(Field<T> column, List<T> values) {
    return values.isEmpty() ? noCondition() : column.in(values);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
