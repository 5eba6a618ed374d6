package org.example.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.netflix.graphql.dgs.client.codegen.GraphQLQueryRequest;
import java.util.List;
import java.util.Map;
import org.example.client.schema.client.BoxesGraphQLQuery;
import org.example.client.schema.client.BoxesProjectionRoot;
import org.example.client.schema.types.BoxPage;
import org.example.client.schema.types.BoxState;
import org.example.client.schema.types.FilterBoxInput;

/** Asks for the boxes of a base, in terms that the schema has. */
final class Boxes {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Boxes() {}

  /** The body of a request for the boxes that are in these states. */
  static String request(String baseId, BoxState... states) throws JsonProcessingException {
    GraphQLQueryRequest request =
        new GraphQLQueryRequest(
            BoxesGraphQLQuery.newRequest()
                .queryName("Boxes")
                .baseId(baseId)
                .filterInput(FilterBoxInput.newBuilder().states(List.of(states)).build())
                .build(),
            new BoxesProjectionRoot<>()
                .totalCount()
                .elements()
                .labelIdentifier()
                .state()
                .getParent()
                .lastModifiedOn()
                .location()
                .__typename()
                .name());
    return JSON.writeValueAsString(Map.of("query", request.serialize()));
  }

  /** The boxes that a server has answered with. */
  static BoxPage read(String answer) throws JsonProcessingException {
    JsonNode tree = JSON.readTree(answer);
    if (tree.has("errors")) {
      throw new IllegalStateException(tree.at("/errors/0/message").asText());
    }
    return JSON.treeToValue(tree.at("/data/boxes"), BoxPage.class);
  }
}
