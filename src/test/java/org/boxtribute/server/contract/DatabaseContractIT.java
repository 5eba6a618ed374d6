package org.boxtribute.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.boxtribute.server.persistence.schema.DefaultSchema;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The migrated database against the contract, and the generated classes against the database. */
final class DatabaseContractIT {
  private static final String SCHEMA = "information_schema";

  private final TestServer server = TestServer.shared();

  @Test
  void theMigrationsMakeTheContractsColumns() {
    Map<String, String> expected = new TreeMap<>();
    Contract.json("database.json")
        .path("tables")
        .properties()
        .forEach(
            entry ->
                entry
                    .getValue()
                    .path("columns")
                    .forEach(
                        column ->
                            expected.put(
                                entry.getKey() + "." + column.path("name").asText(),
                                column(
                                    column.path("type").asText(),
                                    column.path("nullable").asBoolean(),
                                    column.path("default").isNull()
                                        ? null
                                        : column.path("default").asText(),
                                    column.path("collation").asText("")))));

    assertThat(migratedColumns()).isEqualTo(expected);
  }

  @Test
  void theMigrationsMakeTheContractsForeignKeys() {
    List<String> expected = new ArrayList<>();
    Contract.json("database.json")
        .path("tables")
        .properties()
        .forEach(
            entry ->
                entry
                    .getValue()
                    .path("foreignKeys")
                    .forEach(key -> expected.add(key(entry.getKey(), key))));

    assertThat(migratedForeignKeys()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theGeneratedClassesAreThoseOfTheMigratedDatabase() {
    List<String> generated = new ArrayList<>();
    for (Table<?> generatedTable : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
      for (Field<?> column : generatedTable.fields()) {
        generated.add(
            generatedTable.getName()
                + "."
                + column.getName()
                + (column.getDataType().nullable() ? "" : " not null"));
      }
    }
    List<String> migrated =
        columns().stream()
            .map(
                row ->
                    text(row, "table_name")
                        + "."
                        + text(row, "column_name")
                        + (text(row, "is_nullable").equals("YES") ? "" : " not null"))
            .toList();

    assertThat(generated).containsExactlyInAnyOrderElementsOf(migrated);
  }

  private Map<String, String> migratedColumns() {
    Map<String, String> columns = new TreeMap<>();
    for (Record row : columns()) {
      columns.put(
          text(row, "table_name") + "." + text(row, "column_name"),
          column(
              text(row, "column_type"),
              text(row, "is_nullable").equals("YES"),
              row.get("column_default", String.class),
              String.valueOf(row.get("collation_name"))));
    }
    return columns;
  }

  private List<? extends Record> columns() {
    return statements()
        .select(
            information("table_name"),
            information("column_name"),
            information("column_type"),
            information("is_nullable"),
            information("column_default"),
            information("collation_name"))
        .from(table(name(SCHEMA, "columns")))
        .where(
            information("table_schema")
                .eq(TestDatabase.server().address("boxtribute_test").database()))
        .and(information("table_name").ne("flyway_schema_history"))
        .fetch();
  }

  private List<String> migratedForeignKeys() {
    return statements()
        .select(
            information("table_name"),
            information("constraint_name"),
            information("referenced_table_name"),
            information("delete_rule"),
            information("update_rule"))
        .from(table(name(SCHEMA, "referential_constraints")))
        .where(
            information("constraint_schema")
                .eq(TestDatabase.server().address("boxtribute_test").database()))
        .fetch(
            row ->
                "%s.%s to %s, %s, %s"
                    .formatted(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        action(row.value4()),
                        action(row.value5())));
  }

  /** Statements that name the schema of a table, as the server's own do not. */
  private DSLContext statements() {
    Settings settings = new Settings().withRenderSchema(true);
    return DSL.using(server.sql().configuration().derive(settings));
  }

  private static String key(String tableName, JsonNode key) {
    return "%s.%s to %s, %s, %s"
        .formatted(
            tableName,
            key.path("name").asText(),
            key.path("refTable").asText(),
            action(key.path("onDelete").asText()),
            action(key.path("onUpdate").asText()));
  }

  /** Both words mean the same to InnoDB. */
  private static String action(String action) {
    return action.equals("RESTRICT") ? "NO ACTION" : action;
  }

  private static Field<String> information(String column) {
    return field(name(column), String.class);
  }

  private static String text(Record row, String column) {
    return String.valueOf(row.get(column));
  }

  /**
   * MariaDB tells widths of integers, quotes defaults and writes null as a word; MySQL does not.
   */
  private static String column(
      String type, boolean nullable, @Nullable String defaultValue, String collation) {
    String plainType =
        type.toLowerCase(Locale.ROOT)
            .replaceAll("\\b(int|tinyint|smallint|bigint)\\(\\d+\\)", "$1");
    String plainDefault =
        defaultValue == null || defaultValue.equals("NULL")
            ? "null"
            : defaultValue.replaceAll("^'(.*)'$", "$1");
    return "%s %s default %s %s"
        .formatted(
            plainType,
            nullable ? "null" : "not null",
            plainDefault,
            collation.equals("null") ? "" : collation);
  }
}
