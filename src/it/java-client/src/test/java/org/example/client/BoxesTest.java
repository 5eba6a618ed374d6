package org.example.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import org.example.client.schema.types.Box;
import org.example.client.schema.types.BoxPage;
import org.example.client.schema.types.BoxState;
import org.junit.jupiter.api.Test;

final class BoxesTest {

  @Test
  void aRequestIsBuilt() throws Exception {
    String query =
        new ObjectMapper().readTree(Boxes.request("1", BoxState.InStock)).path("query").asText();

    assertTrue(query.startsWith("query Boxes"), query);
    assertTrue(query.contains("baseId: \"1\""), query);
    assertTrue(query.contains("states : [InStock]"), query);
    assertTrue(query.contains("labelIdentifier"), query);
  }

  @Test
  void anAnswerIsRead() throws Exception {
    BoxPage page =
        Boxes.read(
            """
            {"data": {"boxes": {"totalCount": 1, "elements": [{"labelIdentifier": "12345678",
              "state": "InStock", "lastModifiedOn": "2026-01-31T23:59:59+00:00",
              "location": {"__typename": "ClassicLocation", "name": "Shelf 1"}}]}}}
            """);

    assertEquals(1, page.getTotalCount());
    Box box = page.getElements().getFirst();
    assertEquals(BoxState.InStock, box.getState());
    assertEquals(
        OffsetDateTime.parse("2026-01-31T23:59:59Z").toInstant(),
        box.getLastModifiedOn().toInstant());
    assertEquals("Shelf 1", box.getLocation().getName());
  }

  @Test
  void anErrorIsTold() {
    assertEquals(
        "no",
        assertThrows(
                IllegalStateException.class,
                () -> Boxes.read("{\"errors\": [{\"message\": \"no\"}], \"data\": null}"))
            .getMessage());
  }
}
