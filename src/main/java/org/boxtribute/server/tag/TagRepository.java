package org.boxtribute.server.tag;

import static org.boxtribute.server.persistence.Conditions.isNotDeleted;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.jooq.impl.DSL.noCondition;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.BaseScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Statements about tags. */
@Singleton
public final class TagRepository {
  private final DSLContext sql;

  TagRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The tag of an id, if there is one, deleted or not. */
  Optional<TagRecord> find(int id) {
    return sql.selectFrom(TAG).where(TAG.ID.eq(id)).fetchOptional();
  }

  /** The tags within a scope that are not deleted, of one type or of all. */
  List<TagRecord> within(BaseScope scope, @Nullable TagType type) {
    return sql.selectFrom(TAG)
        .where(Conditions.within(scope, TAG.BASE_ID))
        .and(isNotDeleted(TAG.DELETED_ON))
        .and(type == null ? noCondition() : TAG.TYPE.eq(type))
        .orderBy(TAG.ID)
        .fetch();
  }

  /** The tags of each of the given bases that are not deleted and fit the use. */
  Map<Integer, List<TagRecord>> ofBases(Set<Integer> bases, TagUse use) {
    return sql.selectFrom(TAG)
        .where(TAG.BASE_ID.in(bases))
        .and(isNotDeleted(TAG.DELETED_ON))
        .and(fits(use))
        .orderBy(TAG.ID)
        .fetchGroups(TAG.BASE_ID, row -> row);
  }

  /** Locks those of the tags that exist, deleted or not. */
  public Map<Integer, TagRecord> lock(Transaction transaction, Set<Integer> ids) {
    return transaction
        .sql()
        .selectFrom(TAG)
        .where(TAG.ID.in(ids))
        .orderBy(TAG.ID)
        .forUpdate()
        .fetchMap(TAG.ID);
  }

  /** Locks those of the tags that are within a scope and not deleted. */
  List<TagRecord> lock(Transaction transaction, Set<Integer> ids, BaseScope scope) {
    return transaction
        .sql()
        .selectFrom(TAG)
        .where(TAG.ID.in(ids))
        .and(Conditions.within(scope, TAG.BASE_ID))
        .and(isNotDeleted(TAG.DELETED_ON))
        .orderBy(TAG.ID)
        .forUpdate()
        .fetch();
  }

  /** The tags of the given ids as they are after what the transaction wrote so far. */
  List<TagRecord> written(Transaction transaction, Set<Integer> ids) {
    return transaction.sql().selectFrom(TAG).where(TAG.ID.in(ids)).orderBy(TAG.ID).fetch();
  }

  /** Stores what was set of a tag. */
  void update(Transaction transaction, TagRecord tag) {
    transaction.sql().executeUpdate(tag);
  }

  /** Marks tags as deleted. */
  void delete(Transaction transaction, Set<Integer> ids) {
    transaction
        .sql()
        .update(TAG)
        .set(TAG.DELETED_ON, transaction.now())
        .where(TAG.ID.in(ids))
        .execute();
  }

  private static Condition fits(TagUse use) {
    return switch (use.resourceType()) {
      case null -> noCondition();
      case BOX -> TAG.TYPE.in(TagType.BOX, TagType.ALL);
      case BENEFICIARY -> TAG.TYPE.in(TagType.BENEFICIARY, TagType.ALL);
    };
  }
}
