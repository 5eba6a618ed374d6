package org.boxtribute.server.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of facts. */
final class Contract {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Contract() {}

  /** A JSON file of the folder. */
  static JsonNode json(String file) {
    try {
      return JSON.readTree(folder().resolve(file).toFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A file beside the folder; the test is skipped where it is missing. */
  static Path sibling(String file) {
    Path path = folder().resolveSibling(file);
    assumeTrue(Files.exists(path), () -> path + " does not exist");
    return path;
  }

  private static Path folder() {
    String folder = System.getProperty("contract", "");
    assumeTrue(!folder.isEmpty(), "The system property 'contract' names no folder");
    return Path.of(folder).toAbsolutePath().normalize();
  }
}
