package org.boxtribute.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

/** A database that exists already works as it is, and is left as it is. */
final class AdoptionIT {
  private static final String DUMP = "dropapp-seed.sql.gz";
  private static final String DATABASE = "boxtribute_adopted";

  @Test
  void anExistingDatabaseIsServedAndNothingInItIsAltered() throws SQLException {
    DatabaseAddress database = TestDatabase.server().create(DATABASE);
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(Contract.dump(DUMP));
      while (statement.getMoreResults() || statement.getUpdateCount() != -1) {
        // to the end of the dump, so that a statement that fails is heard of
      }
    }
    Map<String, Long> before = checksums(database);

    try (TestServer server = TestServer.over(database, Map.of())) {
      Answer answer =
          server
              .as(TestUser.coordinator(8, 1, 1))
              .ask(
                  "query($base: ID!) { boxes(baseId: $base, paginationInput: {first: 100000})"
                      + " { totalCount elements { id labelIdentifier state product { name }"
                      + " location { name } size { label } tags { name } qrCode { code }"
                      + " shipmentDetail { shipment { labelIdentifier } } createdBy { name }"
                      + " history { changes changeDate user { name } } } } }",
                  Map.of("base", "1"))
              .ok();

      assertThat(answer.at("/boxes/totalCount").asInt()).isEqualTo(497);
      assertThat(answer.at("/boxes/elements").size()).isEqualTo(497);

      SchemaSweep sweep = new SchemaSweep(server.as(TestUser.god()));
      sweep.run(SchemaSweepIT.arguments(server.sql()));
      assertThat(SchemaSweepIT.errors(sweep)).isEmpty();
    }

    assertThat(checksums(database)).isEqualTo(before);
  }

  private static Connection connect(DatabaseAddress database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl() + "&allowMultiQueries=true",
        TestDatabase.server().user(),
        TestDatabase.server().password());
  }

  private static Map<String, Long> checksums(DatabaseAddress database) throws SQLException {
    Map<String, Long> checksums = new TreeMap<>();
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      var tables =
          connection
              .getMetaData()
              .getTables(
                  TestDatabase.server().address(DATABASE).database(),
                  null,
                  "%",
                  new String[] {"TABLE"});
      while (tables.next()) {
        String table = tables.getString("TABLE_NAME");
        if (table.equals("flyway_schema_history")) {
          continue;
        }
        try (var checksum = statement.executeQuery("checksum table `" + table + "`")) {
          checksum.next();
          checksums.put(table, checksum.getLong(2));
        }
      }
    }
    return checksums;
  }
}
