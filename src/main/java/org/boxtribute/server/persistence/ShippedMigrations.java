package org.boxtribute.server.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The migrations that a jar has, as the build's program for the table classes wrote them down after
 * it had applied them.
 *
 * @param checksums by version; Flyway's own checksums
 */
record ShippedMigrations(Map<Integer, Integer> checksums) {
  private static final String RESOURCE = "db/versions.properties";

  static ShippedMigrations ofTheJar() {
    Properties versions = new Properties();
    ClassLoader loader = ShippedMigrations.class.getClassLoader();
    try (InputStream stream = loader.getResourceAsStream(RESOURCE)) {
      versions.load(Objects.requireNonNull(stream, RESOURCE));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Map<Integer, Integer> checksums = new TreeMap<>();
    versions.forEach(
        (version, checksum) ->
            checksums.put(
                Integer.valueOf(version.toString()), Integer.valueOf(checksum.toString())));
    return new ShippedMigrations(checksums);
  }

  boolean has(AppliedMigrations.Row applied) {
    return Objects.equals(checksums.get(applied.version()), applied.checksum());
  }
}
