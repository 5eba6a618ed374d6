package org.boxtribute.server.persistence;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;

/** Makes the contexts that repositories build their statements with. */
@Factory
@SuppressWarnings("unused") // what comes after the migrations does not call them
final class Jooq {

  /** Reads and writes on the primary database, once its tables are up to date. */
  @Primary
  @Singleton
  @Bean(typed = DSLContext.class)
  DSLContext primary(
      DataSource dataSource, Migrations migrations, List<ExecuteListener> listeners) {
    return context(dataSource, listeners);
  }

  /** Reads on the replica where one is configured, else on the primary database. */
  @Singleton
  @Named("replica")
  @Bean(typed = DSLContext.class)
  DSLContext replica(
      DataSource primary,
      @Nullable @Named("replica") DataSource replica,
      List<ExecuteListener> listeners) {
    return context(replica == null ? primary : replica, listeners);
  }

  private static DSLContext context(DataSource dataSource, List<ExecuteListener> listeners) {
    return DSL.using(
        new DefaultConfiguration()
            .set(new DataSourceConnectionProvider(dataSource))
            .set(dialect(dataSource))
            .set(
                new Settings()
                    .withRenderSchema(false)
                    .withAttachRecords(false)
                    // The driver fails to tell any of a connection that broke.
                    .withFetchWarnings(false)
                    .withExecuteLogging(false))
            .set(
                listeners.stream()
                    .map(DefaultExecuteListenerProvider::new)
                    .toArray(ExecuteListenerProvider[]::new)));
  }

  /**
   * MariaDB rejects some of what jOOQ writes for MySQL, so the server itself is asked what it is.
   */
  private static SQLDialect dialect(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      String version = connection.getMetaData().getDatabaseProductVersion();
      return version.contains("MariaDB") ? SQLDialect.MARIADB : SQLDialect.MYSQL;
    } catch (SQLException failure) {
      throw new IllegalStateException("The database does not tell its version", failure);
    }
  }
}
