package org.boxtribute.server.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.boxtribute.server.demo.EmbeddedDatabase;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.flywaydb.core.Flyway;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Generates the classes of the tables from {@code db/migration}, as {@code src/jooq/codegen.xml}
 * says: migrates an empty database and has jOOQ read it. Also writes down the checksums that Flyway
 * gave the migrations, by which a start of the server finds that there is nothing to do. Does
 * nothing while none of its sources has changed. The build runs it before it compiles anything,
 * from its source file.
 *
 * <p>Arguments: where the classes go, where the resources go, and a folder for the database. The
 * working directory is the project's.
 */
final class TableClasses {
  private static final Path MIGRATIONS = Path.of("db", "migration");
  private static final Path REFERENCE = Path.of("db", "reference");
  private static final Path MAPPING = Path.of("src", "jooq");

  private TableClasses() {}

  public static void main(String[] arguments) throws Exception {
    Path output = Path.of(arguments[0]);
    Path generatedFrom = output.resolve("generated-from.sha256");
    String sources = checksum();
    if (Files.exists(generatedFrom) && Files.readString(generatedFrom).equals(sources)) {
      return;
    }
    Files.deleteIfExists(generatedFrom);
    try (EmbeddedDatabase server = EmbeddedDatabase.emptyIn(Path.of(arguments[2]))) {
      DatabaseAddress database = server.create("boxtribute");
      Flyway flyway = migrate(database);
      generate(database, output);
      writeVersions(flyway, Path.of(arguments[1], "db", "versions.properties"));
    }
    Files.writeString(generatedFrom, sources);
    System.out.println("Generated the classes of the tables");
  }

  private static Flyway migrate(DatabaseAddress database) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(database.jdbcUrl(), EmbeddedDatabase.USER, "")
            .locations(
                "filesystem:" + MIGRATIONS.toAbsolutePath(),
                "filesystem:" + REFERENCE.toAbsolutePath())
            .load();
    flyway.migrate();
    return flyway;
  }

  private static void writeVersions(Flyway flyway, Path file) throws IOException {
    List<String> lines =
        Stream.of(flyway.info().applied())
            .map(migration -> migration.getVersion() + "=" + migration.getChecksum())
            .toList();
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  private static void generate(DatabaseAddress database, Path output) throws Exception {
    Configuration configuration;
    try (InputStream mapping = Files.newInputStream(MAPPING.resolve("codegen.xml"))) {
      configuration = GenerationTool.load(mapping);
    }
    configuration.setJdbc(
        new Jdbc().withUrl(database.jdbcUrl()).withUser(EmbeddedDatabase.USER).withPassword(""));
    Generator generator = configuration.getGenerator();
    Target target = generator.getTarget() == null ? new Target() : generator.getTarget();
    generator.setTarget(target.withDirectory(output.toString()));
    GenerationTool.generate(configuration);
  }

  /** Of all that the classes depend on. */
  private static String checksum() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
    for (Path folder : List.of(MIGRATIONS, REFERENCE, MAPPING)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(Files::isRegularFile).sorted().forEach(file -> update(digest, file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, Path file) {
    try {
      digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
