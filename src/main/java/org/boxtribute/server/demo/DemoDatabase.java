package org.boxtribute.server.demo;

import java.nio.file.Path;
import java.util.List;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database that the demo keeps from one start to the next. */
final class DemoDatabase implements AutoCloseable {

  /** Where the tables and the demo's rows come from. */
  static final List<String> LOCATIONS =
      List.of("classpath:db/migration", "classpath:db/reference", "classpath:db/demo");

  private static final String NAME = "boxtribute_demo";

  private final EmbeddedDatabase server;

  private DemoDatabase(EmbeddedDatabase server) {
    this.server = server;
  }

  /** What became of the data of the last start. */
  enum Data {
    KEPT,
    MADE,
    MADE_ANEW
  }

  /** Starts the database server, which ends after this process if it is not closed before. */
  static DemoDatabase start(Path folder) {
    return new DemoDatabase(EmbeddedDatabase.keptIn(folder));
  }

  /** Stops the database server; its data stay. */
  @Override
  public void close() {
    server.close();
  }

  /** Where the database is. */
  DatabaseAddress address() {
    return server.address(NAME);
  }

  /**
   * Sees to it that the tables and rows are those of this version. A database that was made from
   * others, or whose making was broken off, is thrown away and made anew.
   */
  Data fill() {
    server.create(NAME);
    Flyway flyway =
        Flyway.configure()
            .dataSource(address().jdbcUrl(), EmbeddedDatabase.USER, "")
            .locations(LOCATIONS.toArray(String[]::new))
            .load();
    boolean empty = flyway.info().applied().length == 0;
    try {
      flyway.migrate();
      return empty ? Data.MADE : Data.KEPT;
    } catch (FlywayException refusal) {
      Logger log = LoggerFactory.getLogger(DemoDatabase.class);
      log.info("The demo's database is made anew", refusal);
      server.drop(NAME);
      server.create(NAME);
      flyway.migrate();
      return empty ? Data.MADE : Data.MADE_ANEW;
    }
  }
}
