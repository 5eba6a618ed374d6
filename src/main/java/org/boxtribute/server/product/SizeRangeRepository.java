package org.boxtribute.server.product;

import static org.boxtribute.server.persistence.schema.Tables.SIZE;
import static org.boxtribute.server.persistence.schema.Tables.SIZE_RANGE;
import static org.boxtribute.server.persistence.schema.Tables.SIZE_RANGE_SIZE;
import static org.boxtribute.server.persistence.schema.Tables.UNIT;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.SizeRangeRecord;
import org.boxtribute.server.persistence.schema.tables.records.SizeRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnitRecord;
import org.jooq.DSLContext;
import org.jooq.Record2;

/** Statements about size ranges, and the sizes and units that they consist of. */
@Singleton
public final class SizeRangeRepository {
  private final DSLContext sql;

  SizeRangeRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The size ranges of the given ids. */
  Map<Integer, SizeRangeRecord> byId(Collection<Integer> ids) {
    return sql.selectFrom(SIZE_RANGE).where(SIZE_RANGE.ID.in(ids)).fetchMap(SIZE_RANGE.ID);
  }

  /** All size ranges. */
  List<SizeRangeRecord> all() {
    return sql.selectFrom(SIZE_RANGE).orderBy(SIZE_RANGE.ID).fetch();
  }

  /** The sizes of the given ids. */
  Map<Integer, SizeRecord> sizesById(Collection<Integer> ids) {
    return sql.selectFrom(SIZE).where(SIZE.ID.in(ids)).fetchMap(SIZE.ID);
  }

  /** The sizes of each of the given size ranges, in their order within the range. */
  Map<Integer, List<SizeRecord>> sizesOfRanges(Collection<Integer> sizeRanges) {
    return sizesOf(sql, sizeRanges);
  }

  /** As {@link #sizesOfRanges}, as a transaction sees them. */
  public Map<Integer, List<SizeRecord>> sizesOf(
      Transaction transaction, Collection<Integer> sizeRanges) {
    return sizesOf(transaction.sql(), sizeRanges);
  }

  private static Map<Integer, List<SizeRecord>> sizesOf(
      DSLContext sql, Collection<Integer> sizeRanges) {
    return sql.select(SIZE_RANGE_SIZE.SIZE_RANGE_ID, SIZE)
        .from(SIZE_RANGE_SIZE)
        .join(SIZE)
        .on(SIZE.ID.eq(SIZE_RANGE_SIZE.SIZE_ID))
        .where(SIZE_RANGE_SIZE.SIZE_RANGE_ID.in(sizeRanges))
        .orderBy(SIZE_RANGE_SIZE.SIZE_RANGE_ID, SIZE_RANGE_SIZE.SEQ, SIZE.ID)
        .fetchGroups(Record2::value1, Record2::value2);
  }

  /** The units of the given ids. */
  Map<Integer, UnitRecord> unitsById(Collection<Integer> ids) {
    return sql.selectFrom(UNIT).where(UNIT.ID.in(ids)).fetchMap(UNIT.ID);
  }

  /** The units of each of the given size ranges; only dimensions have some. */
  Map<Integer, List<UnitRecord>> unitsOfRanges(Collection<Integer> sizeRanges) {
    return sql.selectFrom(UNIT)
        .where(UNIT.DIMENSION_ID.in(sizeRanges))
        .orderBy(UNIT.ID)
        .fetchGroups(UNIT.DIMENSION_ID, row -> row);
  }

  /** All units, by their ids. */
  public Map<Integer, UnitRecord> units(Transaction transaction) {
    return transaction.sql().selectFrom(UNIT).fetchMap(UNIT.ID);
  }

  /** The units of a size range, by their ids; only dimensions have some. */
  public Map<Integer, UnitRecord> unitsOf(Transaction transaction, int sizeRange) {
    return transaction
        .sql()
        .selectFrom(UNIT)
        .where(UNIT.DIMENSION_ID.eq(sizeRange))
        .fetchMap(UNIT.ID);
  }

  /** Whether there is a size of an id. */
  public boolean sizeExists(Transaction transaction, int id) {
    return transaction.sql().fetchExists(SIZE, SIZE.ID.eq(id));
  }

  /** Those of the sizes that exist. */
  public Set<Integer> sizesAmong(Transaction transaction, Set<Integer> ids) {
    return transaction.sql().select(SIZE.ID).from(SIZE).where(SIZE.ID.in(ids)).fetchSet(SIZE.ID);
  }

  /** Whether there is a size range of an id. */
  boolean exists(Transaction transaction, int id) {
    return transaction.sql().fetchExists(SIZE_RANGE, SIZE_RANGE.ID.eq(id));
  }
}
