package org.boxtribute.server.persistence;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * Whether and from where the tables are brought up to date at the start.
 *
 * @param enabled whether they are; where many instances start at once, one of them may be enough
 * @param locations where the migrations are, in Flyway's notation
 */
@ConfigurationProperties("boxtribute.migrations")
record MigrationConfiguration(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = SHIPPED) List<String> locations) {
  private static final String SHIPPED = "classpath:db/migration,classpath:db/reference";

  /** Whether the migrations are those of the jar, and no others. */
  boolean areTheShipped() {
    return locations.equals(List.of(SHIPPED.split(",")));
  }
}
