package org.boxtribute.server.warehouse;

import static java.util.stream.Collectors.toSet;
import static org.boxtribute.server.persistence.Conditions.isNotDeleted;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT_DETAIL;
import static org.boxtribute.server.warehouse.LabelOrder.SAME_LABEL;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.graphql.paging.PageOrder;
import org.boxtribute.server.graphql.paging.Pages;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.product.ProductUse;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.tag.TagRelations;
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
final class BoxRepository implements ProductUse {
  /** The states of boxes that keep their product from being deleted. */
  private static final Set<BoxState> IN_USE =
      Set.of(
          BoxState.IN_STOCK, BoxState.MARKED_FOR_SHIPMENT, BoxState.IN_TRANSIT, BoxState.RECEIVING);

  private static final PageOrder<BoxRecord> NEWEST_FIRST =
      PageOrder.newestFirst(BOX.LAST_MODIFIED_ON, BOX.ID);

  private final DSLContext sql;

  BoxRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<String> labelsOfBoxesInUse(Transaction transaction, int product) {
    return transaction
        .sql()
        .select(BOX.LABEL_IDENTIFIER)
        .from(BOX)
        .where(BOX.PRODUCT_ID.eq(product))
        .and(isNotDeleted(BOX.DELETED_ON))
        .and(BOX.STATE.in(IN_USE))
        .orderBy(BOX.ID)
        .fetch(BOX.LABEL_IDENTIFIER);
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
        .fetchOptional()
        .filter(box -> SAME_LABEL.compare(box.getLabelIdentifier(), labelIdentifier) == 0);
  }

  /** Locks those of the labelled boxes that exist, deleted or not. */
  List<BoxRecord> lock(Transaction transaction, Set<String> labels) {
    return labelled(labels, lock(transaction, Conditions.isOneOf(BOX.LABEL_IDENTIFIER, labels)));
  }

  /** Locks those of the boxes that exist, deleted or not. */
  List<BoxRecord> lockByIds(Transaction transaction, Set<Integer> ids) {
    return lock(transaction, BOX.ID.in(ids));
  }

  /**
   * Locks those of the labelled boxes that stand within a scope, are not deleted, and are neither
   * on a shipment nor about to be.
   */
  List<BoxRecord> lockInWarehouse(Transaction transaction, Set<String> labels, BaseScope scope) {
    return labelled(
        labels,
        lock(
            transaction,
            Conditions.isOneOf(BOX.LABEL_IDENTIFIER, labels)
                .and(BOX.STATE.in(BoxState.IN_WAREHOUSE))
                .and(isNotDeleted(BOX.DELETED_ON))
                .and(
                    BOX.LOCATION_ID.in(
                        select(LOCATION.ID)
                            .from(LOCATION)
                            .where(Conditions.within(scope, LOCATION.BASE_ID))))));
  }

  /**
   * Locks the boxes that are packed for events, stand in a base, are not deleted, and are neither
   * on a shipment nor about to be.
   */
  List<BoxRecord> lockPackedFor(Transaction transaction, Set<Integer> events, int base) {
    return lock(
        transaction,
        BOX.DISTRIBUTION_EVENT_ID
            .in(events)
            .and(BOX.STATE.in(BoxState.IN_WAREHOUSE))
            .and(isNotDeleted(BOX.DELETED_ON))
            .and(
                BOX.LOCATION_ID.in(
                    select(LOCATION.ID).from(LOCATION).where(LOCATION.BASE_ID.eq(base)))));
  }

  private static List<BoxRecord> labelled(Set<String> labels, List<BoxRecord> found) {
    Set<String> asked = new TreeSet<>(SAME_LABEL);
    asked.addAll(labels);
    return found.stream().filter(box -> asked.contains(box.getLabelIdentifier())).toList();
  }

  private static List<BoxRecord> lock(Transaction transaction, Condition condition) {
    return transaction.sql().selectFrom(BOX).where(condition).orderBy(BOX.ID).forUpdate().fetch();
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

  /** The boxes of the given ids as they are after what the transaction wrote so far. */
  List<BoxRecord> written(Transaction transaction, Set<Integer> ids) {
    return transaction.sql().selectFrom(BOX).where(BOX.ID.in(ids)).orderBy(BOX.ID).fetch();
  }

  /** A page of the boxes of a base that are not deleted, those that changed last first. */
  Page<BoxRecord> ofBase(int base, BoxSelection selection) {
    Condition ofBase =
        BOX.LOCATION_ID.in(select(LOCATION.ID).from(LOCATION).where(LOCATION.BASE_ID.eq(base)));
    return Pages.page(
        sql,
        BOX,
        ofBase,
        ofBase.and(isNotDeleted(BOX.DELETED_ON)).and(meets(selection.filter())),
        selection.page(),
        NEWEST_FIRST);
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

  /** How many boxes are in stock in each of the given bases, of those within a scope. */
  Map<Integer, Long> boxesInStock(Set<Integer> bases, BaseScope scope) {
    return inStock(count(), bases, scope);
  }

  /** How many items are in stock in each of the given bases, of those within a scope. */
  Map<Integer, Long> itemsInStock(Set<Integer> bases, BaseScope scope) {
    return inStock(sum(BOX.NUMBER_OF_ITEMS), bases, scope);
  }

  /** How many items of each of the given products are in boxes of the given states. */
  Map<Integer, Long> itemsOfProducts(Set<Integer> products, Set<BoxState> states) {
    return numbers(
        sql.select(BOX.PRODUCT_ID, sum(BOX.NUMBER_OF_ITEMS))
            .from(BOX)
            .where(BOX.PRODUCT_ID.in(products))
            .and(BOX.STATE.in(states))
            .and(isNotDeleted(BOX.DELETED_ON))
            .groupBy(BOX.PRODUCT_ID)
            .fetch());
  }

  /**
   * The bases whose users may use each of the boxes: the source and the target of the shipment that
   * it is on its way with, or else the base where it stands.
   */
  Map<Integer, List<Integer>> bases(Collection<BoxRecord> boxes) {
    return bases(sql, boxes);
  }

  /** As {@link #bases(Collection)}, as a transaction sees them. */
  Map<Integer, List<Integer>> bases(Transaction transaction, Collection<BoxRecord> boxes) {
    return bases(transaction.sql(), boxes);
  }

  private static Map<Integer, List<Integer>> bases(DSLContext sql, Collection<BoxRecord> boxes) {
    Map<Integer, List<Integer>> bases =
        basesOfShipments(
            sql,
            boxes.stream().filter(box -> BoxState.ON_THE_WAY.contains(box.getState())).toList());
    List<BoxRecord> others = boxes.stream().filter(box -> !bases.containsKey(box.getId())).toList();
    if (!others.isEmpty()) {
      Map<Integer, Integer> baseOf =
          sql.select(LOCATION.ID, LOCATION.BASE_ID)
              .from(LOCATION)
              .where(LOCATION.ID.in(others.stream().map(BoxRecord::getLocationId).collect(toSet())))
              .fetchMap(LOCATION.ID, LOCATION.BASE_ID);
      others.forEach(box -> bases.put(box.getId(), List.of(baseOf.get(box.getLocationId()))));
    }
    return bases;
  }

  private static Map<Integer, List<Integer>> basesOfShipments(
      DSLContext sql, List<BoxRecord> onTheWay) {
    Map<Integer, List<Integer>> bases = new HashMap<>();
    if (onTheWay.isEmpty()) {
      return bases;
    }
    sql.select(SHIPMENT_DETAIL.BOX_ID, SHIPMENT.SOURCE_BASE_ID, SHIPMENT.TARGET_BASE_ID)
        .from(SHIPMENT_DETAIL)
        .join(SHIPMENT)
        .on(SHIPMENT.ID.eq(SHIPMENT_DETAIL.SHIPMENT_ID))
        .where(SHIPMENT_DETAIL.BOX_ID.in(Boxes.ids(onTheWay)))
        .and(SHIPMENT_DETAIL.REMOVED_ON.isNull())
        .and(SHIPMENT_DETAIL.RECEIVED_ON.isNull())
        .orderBy(SHIPMENT_DETAIL.ID)
        .forEach(row -> bases.put(row.value1(), List.of(row.value2(), row.value3())));
    return bases;
  }

  private <N extends Number> Map<Integer, Long> inStock(
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
  private static <N extends Number> Map<Integer, Long> numbers(Result<Record2<Integer, N>> rows) {
    Map<Integer, Long> numbers = new HashMap<>();
    for (Record2<Integer, N> row : rows) {
      N number = row.value2();
      if (number != null) {
        numbers.put(row.value1(), number.longValue());
      }
    }
    return numbers;
  }

  private static Condition meets(BoxFilter filter) {
    List<Integer> tags = filter.tagIds();
    return anyOf(BOX.STATE, filter.states())
        .and(anyOf(BOX.PRODUCT_ID, filter.productIds()))
        .and(anyOf(BOX.LOCATION_ID, filter.locationIds()))
        .and(equal(BOX.PRODUCT_ID, filter.productId()))
        .and(equal(BOX.SIZE_ID, filter.sizeId()))
        .and(
            Conditions.isBetween(
                BOX.LAST_MODIFIED_ON, filter.lastModifiedFrom(), filter.lastModifiedUntil()))
        .and(
            tags == null
                ? noCondition()
                : TagRelations.hasAny(BOX.ID, TaggableResourceType.BOX, tags))
        .and(productMeets(filter));
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

  private static <T> Condition equal(Field<T> column, @Nullable T value) {
    return value == null ? noCondition() : column.eq(value);
  }

  private static <T> Condition anyOf(Field<T> column, List<T> values) {
    return values.isEmpty() ? noCondition() : column.in(values);
  }
}
