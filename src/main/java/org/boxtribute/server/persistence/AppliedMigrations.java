package org.boxtribute.server.persistence;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** What Flyway's table tells of a database. */
record AppliedMigrations(List<Row> rows) {
  private static final String BASELINE = "BASELINE";

  /** What the table has for things that are no migration, such as schemas that were created. */
  private static final int NO_VERSION = -1;

  /** A migration that was applied, or the mark up to where a database was adopted. */
  record Row(int version, @Nullable Integer checksum, boolean adoption, boolean success) {}

  /**
   * Reads the table.
   *
   * @throws DataAccessException if there is none
   */
  static AppliedMigrations in(DSLContext sql) {
    return new AppliedMigrations(
        sql.select(
                DSL.field(DSL.name("version"), SQLDataType.VARCHAR),
                DSL.field(DSL.name("checksum"), SQLDataType.INTEGER),
                DSL.field(DSL.name("type"), SQLDataType.VARCHAR),
                DSL.field(DSL.name("success"), SQLDataType.BOOLEAN))
            .from(DSL.table(DSL.name("flyway_schema_history")))
            .fetch(AppliedMigrations::row));
  }

  private static Row row(Record row) {
    String version = row.get(0, String.class);
    boolean numbered = version != null && version.matches("\\d{1,8}");
    return new Row(
        numbered ? Integer.parseInt(version) : NO_VERSION,
        row.get(1, Integer.class),
        BASELINE.equals(row.get(2, String.class)),
        Boolean.TRUE.equals(row.get(3, Boolean.class)));
  }

  /**
   * Whether the jar's migrations have all been applied as they are. Later ones, of a newer version
   * of this server, do no harm; anything out of the ordinary is Flyway's to judge.
   */
  boolean cover(ShippedMigrations shipped) {
    int adopted =
        rows.stream().filter(Row::adoption).mapToInt(Row::version).max().orElse(NO_VERSION);
    int latest = shipped.checksums().keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    boolean ordinary =
        rows.stream()
            .allMatch(
                row ->
                    row.success()
                        && row.version() != NO_VERSION
                        && (row.adoption() || row.version() > latest || shipped.has(row)));
    Set<Integer> applied = rows.stream().map(Row::version).collect(Collectors.toSet());
    return ordinary
        && shipped.checksums().keySet().stream()
            .allMatch(version -> version <= adopted || applied.contains(version));
  }
}
