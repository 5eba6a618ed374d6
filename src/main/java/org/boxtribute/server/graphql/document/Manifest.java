package org.boxtribute.server.graphql.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents that the build of a front-end has registered, in the forms that tools write:
 * an object of ids and documents (GraphQL Code Generator, Relay), or Apollo's manifest.
 */
final class Manifest {
  private static final String APOLLO = "apollo-persisted-query-manifest";
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final List<Entry> members = new ArrayList<>();
  private @Nullable List<Entry> operations;
  private @Nullable String version;

  private Manifest(String file) {
    this.file = file;
  }

  /**
   * A document of a manifest.
   *
   * @param file where it was read
   * @param id as the file has it
   */
  record Entry(String file, String id, String text) {

    /** Says what is wrong with the document. */
    ManifestFault fault(String what) {
      return new ManifestFault("%s: document %s: %s".formatted(file, id, what));
    }

    /**
     * The id.
     *
     * @throws ManifestFault if it is none, or is the hash of another text
     */
    DocumentId checkedId() {
      DocumentId read;
      try {
        read = DocumentId.of(id);
      } catch (IllegalArgumentException malformed) {
        throw fault("the id is neither a hash nor a name");
      }
      if (read instanceof DocumentId.Hash hash && !hash.equals(DocumentId.Hash.of(text))) {
        throw fault("the id is not the SHA-256 of the document");
      }
      return read;
    }
  }

  /**
   * The documents of a file.
   *
   * @throws ManifestFault if it cannot be read, or has none
   */
  static List<Entry> read(String file) {
    Manifest manifest = new Manifest(file);
    try (JsonParser parser = JSON.createParser(Files.readAllBytes(Path.of(file)))) {
      manifest.read(parser);
    } catch (NoSuchFileException | InvalidPathException missing) {
      throw new ManifestFault(file + ": there is no such file");
    } catch (AccessDeniedException denied) {
      throw new ManifestFault(file + ": the file may not be read");
    } catch (JsonProcessingException malformed) {
      throw new ManifestFault(file + ": not JSON: " + malformed.getOriginalMessage());
    } catch (IOException failure) {
      throw new ManifestFault(file + ": the file cannot be read");
    }
    return manifest.entries();
  }

  private List<Entry> entries() {
    List<Entry> entries = operations == null ? members : operationsOfApollo(operations);
    if (entries.isEmpty()) {
      throw new ManifestFault(file + ": there are no documents in it");
    }
    return entries;
  }

  private List<Entry> operationsOfApollo(List<Entry> listed) {
    boolean known =
        "1".equals(version)
            && members.stream()
                .anyMatch(member -> member.id.equals("format") && member.text.equals(APOLLO));
    if (!known) {
      throw new ManifestFault(file + ": not a manifest of the format " + APOLLO + ", version 1");
    }
    return listed;
  }

  private void read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw unknownForm();
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      readMember(name, parser);
    }
    if (parser.nextToken() != null) {
      throw unknownForm();
    }
  }

  private void readMember(String name, JsonParser parser) throws IOException {
    switch (parser.nextToken()) {
      case VALUE_STRING -> members.add(new Entry(file, name, parser.getText()));
      case VALUE_NUMBER_INT -> version = parser.getText();
      case START_ARRAY -> readOperations(name, parser);
      default -> throw unknownForm();
    }
  }

  private void readOperations(String name, JsonParser parser) throws IOException {
    if (!name.equals("operations")) {
      throw unknownForm();
    }
    operations = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      operations.add(operation(parser));
    }
  }

  private Entry operation(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw unknownForm();
    }
    Map<String, String> texts = new HashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(name, parser.getText());
      }
      parser.skipChildren();
    }
    String id = texts.get("id");
    String body = texts.get("body");
    if (id == null || body == null) {
      throw new ManifestFault(file + ": an operation has no id, or no body");
    }
    return new Entry(file, id, body);
  }

  private ManifestFault unknownForm() {
    return new ManifestFault(
        file + ": neither an object of ids and documents, nor Apollo's manifest of operations");
  }
}
