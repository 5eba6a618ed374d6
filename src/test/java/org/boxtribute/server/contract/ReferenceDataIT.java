package org.boxtribute.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.boxtribute.server.testing.TestServer;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows that the application depends on by id against the contract. */
final class ReferenceDataIT {
  private static final JsonNode TABLES = Contract.json("reference-data.json").path("tables");

  private final TestServer server = TestServer.shared();

  @ParameterizedTest
  @MethodSource("tables")
  void theTableHasTheContractsRows(String table) {
    List<Map<String, String>> expected =
        TABLES.path(table).valueStream().map(ReferenceDataIT::told).toList();

    List<Map<String, String>> stored =
        server.sql().select().from(table(name(table))).fetch(ReferenceDataIT::told);

    assertThat(stored).containsExactlyInAnyOrderElementsOf(expected);
  }

  static Stream<String> tables() {
    return TABLES.propertyStream().map(Map.Entry::getKey);
  }

  private static Map<String, String> told(JsonNode row) {
    TreeMap<String, String> columns = new TreeMap<>();
    row.properties()
        .forEach(
            column ->
                columns.put(
                    column.getKey(),
                    column.getValue().isNull() ? "null" : column.getValue().asText()));
    columns.replaceAll((column, text) -> comparable(text));
    return columns;
  }

  private static Map<String, String> told(Record row) {
    TreeMap<String, String> columns = new TreeMap<>();
    for (Field<?> column : row.fields()) {
      columns.put(column.getName(), comparable(String.valueOf((@Nullable Object) row.get(column))));
    }
    return columns;
  }

  /** Numbers are compared by what they are worth, not by how many zeros they end with. */
  private static String comparable(String text) {
    return text.matches("-?\\d+\\.\\d+")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }
}
