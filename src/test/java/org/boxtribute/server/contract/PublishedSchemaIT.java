package org.boxtribute.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import graphql.introspection.IntrospectionQuery;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas that the build writes for clients are those that the server serves. */
final class PublishedSchemaIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestServer server = TestServer.shared();

  @ParameterizedTest
  @CsvSource({"full, /graphql", "query, /", "public, /public"})
  void theServerServesWhatIsPublished(String name, String path) throws IOException {
    Client client = server.client(path, TestUser.god());

    JsonNode served = client.ask(IntrospectionQuery.INTROSPECTION_QUERY).ok().body();

    assertThat(sorted(served)).isEqualTo(sorted(published(name)));
  }

  private static JsonNode published(String name) throws IOException {
    try (InputStream file =
        PublishedSchemaIT.class
            .getClassLoader()
            .getResourceAsStream("schema/" + name + ".introspection.json")) {
      return JSON.readTree(file);
    }
  }

  /** What the lists hold, in the order of names: the order is not the schema's matter. */
  private static JsonNode sorted(JsonNode node) {
    node.forEach(PublishedSchemaIT::sorted);
    if (node instanceof ArrayNode array) {
      List<JsonNode> elements = new ArrayList<>();
      array.forEach(elements::add);
      elements.sort(Comparator.comparing(element -> element.path("name").asText()));
      array.removeAll();
      array.addAll(elements);
    }
    return node;
  }
}
