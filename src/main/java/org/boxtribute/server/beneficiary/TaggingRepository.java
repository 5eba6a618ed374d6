package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.TagRelationRecord;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** Statements that attach a tag to a box or a beneficiary, or take it off. */
@Singleton
final class TaggingRepository {

  /** Locks the box or the beneficiary, if there is one, and tells its base. */
  Optional<Integer> lockResource(Transaction transaction, Tagging tagging) {
    return switch (tagging.resourceType()) {
      case BOX -> {
        Field<Integer> base =
            field(select(LOCATION.BASE_ID).from(LOCATION).where(LOCATION.ID.eq(BOX.LOCATION_ID)));
        yield transaction
            .sql()
            .select(base)
            .from(BOX)
            .where(BOX.ID.eq(tagging.resourceId()))
            .forUpdate()
            .fetchOptional(base);
      }
      case BENEFICIARY ->
          transaction
              .sql()
              .select(BENEFICIARY.BASE_ID)
              .from(BENEFICIARY)
              .where(BENEFICIARY.ID.eq(tagging.resourceId()))
              .forUpdate()
              .fetchOptional(BENEFICIARY.BASE_ID);
    };
  }

  /** Whether the tag is attached. */
  boolean isAttached(Transaction transaction, Tagging tagging) {
    return transaction.sql().fetchExists(TAG_RELATION, isAttachment(tagging));
  }

  /** Attaches the tag. */
  void attach(Transaction transaction, Tagging tagging) {
    TagRelationRecord relation = new TagRelationRecord();
    relation.setTagId(tagging.tagId());
    relation.setObjectType(tagging.resourceType());
    relation.setObjectId(tagging.resourceId());
    relation.setCreatedOn(transaction.now());
    relation.setCreatedBy(transaction.user().id());
    transaction.sql().insertInto(TAG_RELATION).set(relation).execute();
  }

  /** Takes the tag off. */
  void detach(Transaction transaction, Tagging tagging) {
    transaction
        .sql()
        .update(TAG_RELATION)
        .set(TAG_RELATION.DELETED_ON, transaction.now())
        .set(TAG_RELATION.DELETED_BY, transaction.user().id())
        .where(isAttachment(tagging))
        .execute();
  }

  /** Marks the box or the beneficiary as modified by this transaction. */
  void markModified(Transaction transaction, Tagging tagging) {
    switch (tagging.resourceType()) {
      case BOX ->
          transaction
              .sql()
              .update(BOX)
              .set(BOX.LAST_MODIFIED_ON, transaction.now())
              .set(BOX.LAST_MODIFIED_BY, transaction.user().id())
              .where(BOX.ID.eq(tagging.resourceId()))
              .execute();
      case BENEFICIARY ->
          transaction
              .sql()
              .update(BENEFICIARY)
              .set(BENEFICIARY.LAST_MODIFIED_ON, transaction.now())
              .set(BENEFICIARY.LAST_MODIFIED_BY, transaction.user().id())
              .where(BENEFICIARY.ID.eq(tagging.resourceId()))
              .execute();
    }
  }

  /** The box or the beneficiary as it is after what the transaction wrote so far. */
  Record resource(Transaction transaction, Tagging tagging) {
    return switch (tagging.resourceType()) {
      case BOX -> transaction.sql().fetchSingle(BOX, BOX.ID.eq(tagging.resourceId()));
      case BENEFICIARY ->
          transaction.sql().fetchSingle(BENEFICIARY, BENEFICIARY.ID.eq(tagging.resourceId()));
    };
  }

  private static Condition isAttachment(Tagging tagging) {
    return TAG_RELATION
        .TAG_ID
        .eq(tagging.tagId())
        .and(TAG_RELATION.OBJECT_TYPE.eq(tagging.resourceType()))
        .and(TAG_RELATION.OBJECT_ID.eq(tagging.resourceId()))
        .and(TAG_RELATION.DELETED_ON.isNull());
  }
}
