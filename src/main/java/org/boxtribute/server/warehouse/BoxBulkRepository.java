package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.Conditions.isNotDeleted;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;
import static org.jooq.impl.DSL.choose;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRelationRecord;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.tag.TaggableResourceType;
import org.jooq.Condition;

/** Statements that change many boxes at once, each of them for any number of boxes. */
@Singleton
final class BoxBulkRepository {
  /**
   * Locks those of the labelled boxes that stand within a scope, are not deleted, and are neither
   * on a shipment nor about to be.
   */
  List<BoxRecord> lock(Transaction transaction, Set<String> labels, BaseScope scope) {
    return transaction
        .sql()
        .selectFrom(BOX)
        .where(Conditions.isOneOf(BOX.LABEL_IDENTIFIER, labels))
        .and(BOX.STATE.in(BoxPlacement.IN_WAREHOUSE))
        .and(isNotDeleted(BOX.DELETED_ON))
        .and(
            BOX.LOCATION_ID.in(
                select(LOCATION.ID)
                    .from(LOCATION)
                    .where(Conditions.within(scope, LOCATION.BASE_ID))))
        .orderBy(BOX.ID)
        .forUpdate()
        .fetch();
  }

  /** The boxes of the given ids as they are after what the transaction wrote so far. */
  List<BoxRecord> written(Transaction transaction, Set<Integer> ids) {
    return transaction.sql().selectFrom(BOX).where(BOX.ID.in(ids)).orderBy(BOX.ID).fetch();
  }

  /** Marks boxes as deleted. */
  void delete(Transaction transaction, Set<Integer> ids) {
    transaction
        .sql()
        .update(BOX)
        .set(BOX.DELETED_ON, transaction.now())
        .where(BOX.ID.in(ids))
        .execute();
  }

  /** Puts boxes in a location, which gives them its state if it has one. */
  void move(Transaction transaction, Set<Integer> ids, LocationRecord location) {
    BoxRecord change = new BoxRecord();
    change.setLocationId(location.getId());
    if (location.getDefaultBoxState() != null) {
      change.setState(location.getDefaultBoxState());
    }
    change.setLastModifiedOn(transaction.now());
    change.setLastModifiedBy(transaction.user().id());
    transaction.sql().update(BOX).set(change).where(BOX.ID.in(ids)).execute();
  }

  /** The tags that a box has, deleted tags included. */
  Set<Integer> tagsOf(Transaction transaction, int id) {
    return transaction
        .sql()
        .select(TAG_RELATION.TAG_ID)
        .from(TAG_RELATION)
        .where(TAG_RELATION.OBJECT_TYPE.eq(TaggableResourceType.BOX))
        .and(TAG_RELATION.OBJECT_ID.eq(id))
        .and(TAG_RELATION.DELETED_ON.isNull())
        .fetchSet(TAG_RELATION.TAG_ID);
  }

  /** Those of the boxes that have all of the tags. */
  Set<Integer> havingAll(Transaction transaction, Set<Integer> ids, Set<Integer> tags) {
    return transaction
        .sql()
        .select(TAG_RELATION.OBJECT_ID)
        .from(TAG_RELATION)
        .where(isAttached(ids, tags))
        .groupBy(TAG_RELATION.OBJECT_ID)
        .having(countDistinct(TAG_RELATION.TAG_ID).eq(tags.size()))
        .fetchSet(TAG_RELATION.OBJECT_ID);
  }

  /** Those of the boxes that have one of the tags or more. */
  Set<Integer> havingAny(Transaction transaction, Set<Integer> ids, Set<Integer> tags) {
    return transaction
        .sql()
        .selectDistinct(TAG_RELATION.OBJECT_ID)
        .from(TAG_RELATION)
        .where(isAttached(ids, tags))
        .fetchSet(TAG_RELATION.OBJECT_ID);
  }

  /** Attaches each of the tags to each of the boxes that lacks it. */
  void attach(Transaction transaction, Set<Integer> ids, Set<Integer> tags) {
    transaction
        .sql()
        .insertInto(
            TAG_RELATION,
            TAG_RELATION.OBJECT_ID,
            TAG_RELATION.OBJECT_TYPE,
            TAG_RELATION.TAG_ID,
            TAG_RELATION.CREATED_ON,
            TAG_RELATION.CREATED_BY)
        .select(
            select(
                    BOX.ID,
                    val(TaggableResourceType.BOX, TAG_RELATION.OBJECT_TYPE),
                    TAG.ID,
                    val(transaction.now(), TAG_RELATION.CREATED_ON),
                    val(transaction.user().id()))
                .from(BOX)
                .crossJoin(TAG)
                .where(BOX.ID.in(ids))
                .and(TAG.ID.in(tags))
                .andNotExists(
                    selectOne()
                        .from(TAG_RELATION)
                        .where(isAttached(ids, tags))
                        .and(TAG_RELATION.OBJECT_ID.eq(BOX.ID))
                        .and(TAG_RELATION.TAG_ID.eq(TAG.ID))))
        .execute();
  }

  /** Attaches tags to new boxes, to each box its own. */
  void attach(Transaction transaction, Map<Integer, Set<Integer>> tagsOf) {
    List<TagRelationRecord> relations = new ArrayList<>();
    tagsOf.forEach(
        (box, tags) -> tags.forEach(tag -> relations.add(relation(transaction, box, tag))));
    if (!relations.isEmpty()) {
      transaction.sql().insertInto(TAG_RELATION).set(relations).execute();
    }
  }

  private static TagRelationRecord relation(Transaction transaction, int box, int tag) {
    TagRelationRecord relation = new TagRelationRecord();
    relation.setObjectId(box);
    relation.setObjectType(TaggableResourceType.BOX);
    relation.setTagId(tag);
    relation.setCreatedOn(transaction.now());
    relation.setCreatedBy(transaction.user().id());
    return relation;
  }

  /** Takes each of the tags off each of the boxes that has it. */
  void detach(Transaction transaction, Set<Integer> ids, Set<Integer> tags) {
    transaction
        .sql()
        .update(TAG_RELATION)
        .set(TAG_RELATION.DELETED_ON, transaction.now())
        .set(TAG_RELATION.DELETED_BY, transaction.user().id())
        .where(isAttached(ids, tags))
        .execute();
  }

  /** Stores how many items boxes hold, by the boxes' ids, and marks the boxes as modified. */
  void setNumbersOfItems(Transaction transaction, Map<Integer, Integer> numberOf) {
    if (numberOf.isEmpty()) {
      return;
    }
    transaction
        .sql()
        .update(BOX)
        .set(BOX.NUMBER_OF_ITEMS, choose(BOX.ID).mapValues(numberOf))
        .set(BOX.LAST_MODIFIED_ON, transaction.now())
        .set(BOX.LAST_MODIFIED_BY, transaction.user().id())
        .where(BOX.ID.in(numberOf.keySet()))
        .execute();
  }

  /** Marks boxes as modified by this transaction. */
  void markModified(Transaction transaction, Set<Integer> ids) {
    transaction
        .sql()
        .update(BOX)
        .set(BOX.LAST_MODIFIED_ON, transaction.now())
        .set(BOX.LAST_MODIFIED_BY, transaction.user().id())
        .where(BOX.ID.in(ids))
        .execute();
  }

  private static Condition isAttached(Set<Integer> ids, Set<Integer> tags) {
    return TAG_RELATION
        .OBJECT_TYPE
        .eq(TaggableResourceType.BOX)
        .and(TAG_RELATION.OBJECT_ID.in(ids))
        .and(TAG_RELATION.TAG_ID.in(tags))
        .and(TAG_RELATION.DELETED_ON.isNull());
  }
}
