package org.boxtribute.server.demo;

import java.nio.file.Path;
import java.util.List;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.flywaydb.core.Flyway;

/** The database that the demo keeps from one start to the next. */
final class DemoDatabase {

  /** Where the tables and the demo's rows come from. */
  static final List<String> LOCATIONS =
      List.of("classpath:db/migration", "classpath:db/reference", "classpath:db/demo");

  private static final String NAME = "boxtribute_demo";

  private DemoDatabase() {}

  /**
   * Starts the database server, which ends after this process. A database that was made from other
   * tables or rows than those of this version is thrown away; the application makes a new one.
   */
  @SuppressWarnings("resource") // the server ends after the process
  static DatabaseAddress open(Path folder) {
    EmbeddedDatabase server = EmbeddedDatabase.keptIn(folder);
    DatabaseAddress database = server.create(NAME);
    if (isOfAnotherVersion(database)) {
      server.drop(NAME);
      server.create(NAME);
    }
    return database;
  }

  private static boolean isOfAnotherVersion(DatabaseAddress database) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(database.jdbcUrl(), EmbeddedDatabase.USER, "")
            .locations(LOCATIONS.toArray(String[]::new))
            .load();
    return flyway.info().applied().length > 0 && !flyway.validateWithResult().validationSuccessful;
  }
}
