package org.boxtribute.server.persistence;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Brings the tables up to date when it is made, which is before anything else reads them. Most
 * starts find nothing to do, and find that out with one statement: Flyway is only called where its
 * table does not tell that all has been done.
 *
 * <p>A database that exists already without Flyway's table is adopted as it is: it counts as
 * migrated up to {@value #ADOPTED_AS}.
 */
@Singleton
final class Migrations {
  private static final String ADOPTED_AS = "90";

  Migrations(DataSource dataSource, MigrationConfiguration configuration) {
    if (configuration.enabled() && !isUpToDate(dataSource, configuration)) {
      migrate(dataSource, configuration);
    }
  }

  private static boolean isUpToDate(DataSource dataSource, MigrationConfiguration configuration) {
    if (!configuration.areTheShipped()) {
      return false;
    }
    try (Connection connection = dataSource.getConnection()) {
      DSLContext sql = DSL.using(connection, SQLDialect.MYSQL);
      return AppliedMigrations.in(sql).cover(ShippedMigrations.ofTheJar());
    } catch (DataAccessException noTable) {
      return false;
    } catch (SQLException failure) {
      throw new IllegalStateException("The database cannot be reached", failure);
    }
  }

  private static void migrate(DataSource dataSource, MigrationConfiguration configuration) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations(configuration.locations().toArray(String[]::new))
        .baselineOnMigrate(true)
        .baselineVersion(ADOPTED_AS)
        .load()
        .migrate();
  }
}
