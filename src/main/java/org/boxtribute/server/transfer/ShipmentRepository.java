package org.boxtribute.server.transfer;

import static java.util.stream.Collectors.toSet;
import static org.boxtribute.server.persistence.Conditions.isNotDeleted;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT_DETAIL;
import static org.jooq.impl.DSL.noCondition;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.Product;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentDetailRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.warehouse.BoxState;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.SelectOnConditionStep;

/** Statements about shipments and the boxes in them. */
@Singleton
final class ShipmentRepository {
  private final DSLContext sql;

  ShipmentRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The shipment of an id, if there is one. */
  Optional<ShipmentRecord> find(int id) {
    return sql.selectFrom(SHIPMENT).where(SHIPMENT.ID.eq(id)).fetchOptional();
  }

  /** Locks the shipment of an id, if there is one; who changes what is in it has done so. */
  Optional<ShipmentRecord> lock(Transaction transaction, int id) {
    return lock(transaction, Set.of(id)).stream().findFirst();
  }

  /** Locks those of the shipments that exist. */
  List<ShipmentRecord> lock(Transaction transaction, Set<Integer> ids) {
    return transaction
        .sql()
        .selectFrom(SHIPMENT)
        .where(SHIPMENT.ID.in(ids))
        .orderBy(SHIPMENT.ID)
        .forUpdate()
        .fetch();
  }

  /** What is in a shipment that the transaction has locked: all that was not removed from it. */
  List<ShipmentDetailRecord> contents(Transaction transaction, int shipment) {
    return details(
        transaction,
        SHIPMENT_DETAIL.SHIPMENT_ID.eq(shipment).and(SHIPMENT_DETAIL.REMOVED_ON.isNull()));
  }

  /** As {@link #contents(Transaction, int)}, of some boxes. */
  List<ShipmentDetailRecord> contents(Transaction transaction, int shipment, Set<Integer> boxes) {
    return details(
        transaction,
        SHIPMENT_DETAIL
            .SHIPMENT_ID
            .eq(shipment)
            .and(SHIPMENT_DETAIL.REMOVED_ON.isNull())
            .and(SHIPMENT_DETAIL.BOX_ID.in(boxes)));
  }

  /** The ids of those of the details that were removed from a shipment. */
  Set<Integer> removed(Transaction transaction, int shipment, Set<Integer> details) {
    return details(
            transaction,
            SHIPMENT_DETAIL
                .SHIPMENT_ID
                .eq(shipment)
                .and(SHIPMENT_DETAIL.ID.in(details))
                .and(SHIPMENT_DETAIL.REMOVED_ON.isNotNull()))
        .stream()
        .map(ShipmentDetailRecord::getId)
        .collect(toSet());
  }

  /** The ids of the shipments that some of the boxes are missing from, the last one of each box. */
  Set<Integer> losingAny(Transaction transaction, Set<Integer> boxes) {
    Map<Integer, Integer> last = new HashMap<>();
    transaction
        .sql()
        .select(SHIPMENT_DETAIL.BOX_ID, SHIPMENT_DETAIL.SHIPMENT_ID)
        .from(SHIPMENT_DETAIL)
        .join(BOX)
        .on(BOX.ID.eq(SHIPMENT_DETAIL.BOX_ID))
        .where(SHIPMENT_DETAIL.BOX_ID.in(boxes))
        .and(SHIPMENT_DETAIL.LOST_ON.isNotNull())
        .and(SHIPMENT_DETAIL.REMOVED_ON.isNull())
        .and(BOX.STATE.eq(BoxState.NOT_DELIVERED))
        .orderBy(SHIPMENT_DETAIL.ID)
        .forEach(row -> last.put(row.value1(), row.value2()));
    return Set.copyOf(last.values());
  }

  private static List<ShipmentDetailRecord> details(Transaction transaction, Condition condition) {
    return transaction
        .sql()
        .selectFrom(SHIPMENT_DETAIL)
        .where(condition)
        .orderBy(SHIPMENT_DETAIL.ID)
        .fetch();
  }

  /** Stores what boxes are added to a shipment, by one statement. */
  void insert(Transaction transaction, List<ShipmentDetailRecord> details) {
    if (!details.isEmpty()) {
      transaction.sql().insertInto(SHIPMENT_DETAIL).set(details).execute();
    }
  }

  /** Stores what was set of a shipment and of what is in it. */
  void update(
      Transaction transaction, ShipmentRecord shipment, Collection<ShipmentDetailRecord> details) {
    transaction.update(SHIPMENT_DETAIL.ID, details);
    transaction.update(SHIPMENT.ID, List.of(shipment));
  }

  /**
   * The shipments that leave or reach a base within a scope.
   *
   * @param states their states; if empty, any
   */
  List<ShipmentRecord> within(BaseScope scope, Collection<ShipmentState> states) {
    return sql.selectFrom(SHIPMENT)
        .where(touches(scope))
        .and(states.isEmpty() ? noCondition() : SHIPMENT.STATE.in(states))
        .orderBy(SHIPMENT.ID)
        .fetch();
  }

  /** Those of the given shipments that leave or reach a base within a scope. */
  Map<Integer, ShipmentRecord> byId(Set<Integer> ids, BaseScope scope) {
    return sql.selectFrom(SHIPMENT)
        .where(SHIPMENT.ID.in(ids))
        .and(touches(scope))
        .fetchMap(SHIPMENT.ID);
  }

  /** The shipments under each of the given agreements that leave or reach a base within a scope. */
  Map<Integer, List<ShipmentRecord>> ofAgreements(Set<Integer> agreements, BaseScope scope) {
    return sql.selectFrom(SHIPMENT)
        .where(SHIPMENT.TRANSFER_AGREEMENT_ID.in(agreements))
        .and(touches(scope))
        .orderBy(SHIPMENT.ID)
        .fetchGroups(SHIPMENT.TRANSFER_AGREEMENT_ID, row -> row);
  }

  /** The boxes in each of the given shipments, removed ones included. */
  Map<Integer, List<ShipmentDetailRow>> detailsOfShipments(Set<Integer> shipments) {
    return selectDetails()
        .where(SHIPMENT_DETAIL.SHIPMENT_ID.in(shipments))
        .orderBy(SHIPMENT_DETAIL.ID)
        .fetchGroups(row -> row.value1().getShipmentId(), ShipmentRepository::toDetail);
  }

  /** The shipment that each of the given boxes is in now: neither removed, lost nor received. */
  Map<Integer, ShipmentDetailRow> openDetailsOfBoxes(Set<Integer> boxes) {
    Map<Integer, ShipmentDetailRow> details = new HashMap<>();
    selectDetails()
        .where(SHIPMENT_DETAIL.BOX_ID.in(boxes))
        .and(SHIPMENT_DETAIL.REMOVED_ON.isNull())
        .and(SHIPMENT_DETAIL.LOST_ON.isNull())
        .and(SHIPMENT_DETAIL.RECEIVED_ON.isNull())
        .orderBy(SHIPMENT_DETAIL.ID)
        .forEach(row -> details.put(row.value1().getBoxId(), toDetail(row)));
    return details;
  }

  /**
   * For each of the given shipment details, the product of the shipment's target base that is an
   * instance of the same standard product as the box's product in the source base.
   */
  Map<Integer, ProductRecord> matchingTargetProducts(Set<Integer> details) {
    Product sourceProduct = PRODUCT.as("source_product");
    Map<Integer, ProductRecord> products = new HashMap<>();
    sql.select(SHIPMENT_DETAIL.ID, PRODUCT)
        .from(SHIPMENT_DETAIL)
        .join(SHIPMENT)
        .on(SHIPMENT.ID.eq(SHIPMENT_DETAIL.SHIPMENT_ID))
        .join(sourceProduct)
        .on(sourceProduct.ID.eq(SHIPMENT_DETAIL.SOURCE_PRODUCT_ID))
        .join(PRODUCT)
        .on(PRODUCT.BASE_ID.eq(SHIPMENT.TARGET_BASE_ID))
        .and(PRODUCT.STANDARD_PRODUCT_ID.eq(sourceProduct.STANDARD_PRODUCT_ID))
        .and(isNotDeleted(PRODUCT.DELETED_ON))
        .where(SHIPMENT_DETAIL.ID.in(details))
        .orderBy(PRODUCT.ID)
        .forEach(row -> products.put(row.value1(), row.value2()));
    return products;
  }

  private SelectOnConditionStep<Record3<ShipmentDetailRecord, Integer, Integer>> selectDetails() {
    return sql.select(SHIPMENT_DETAIL, SHIPMENT.SOURCE_BASE_ID, SHIPMENT.TARGET_BASE_ID)
        .from(SHIPMENT_DETAIL)
        .join(SHIPMENT)
        .on(SHIPMENT.ID.eq(SHIPMENT_DETAIL.SHIPMENT_ID));
  }

  private static ShipmentDetailRow toDetail(Record3<ShipmentDetailRecord, Integer, Integer> row) {
    return new ShipmentDetailRow(row.value1(), row.value2(), row.value3());
  }

  private static Condition touches(BaseScope scope) {
    return Conditions.within(scope, SHIPMENT.SOURCE_BASE_ID)
        .or(Conditions.within(scope, SHIPMENT.TARGET_BASE_ID));
  }
}
