package org.boxtribute.server.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.TestServer;
import org.junit.jupiter.api.Test;

/**
 * What users do with the web app for a distribution: by its own requests, with a look at its pages
 * in between.
 */
final class DistributionJourneyIT {
  private static final String DOCUMENT = document();

  private final TestServer server = TestServer.forWrites();
  private final DistributionTables tables = new DistributionTables(server);
  private final DistributionBase base = tables.newBase();
  private final Client client = server.as(base.coordinator());
  private final BoxRecord whole = tables.newBox(base);
  private final BoxRecord opened = tables.newBox(base);

  @Test
  void anEventGoesFromItsPlanToTheEndOfItsCounting() {
    String spot = createdSpot();
    String event = createdEvent(spot);
    assertThat(spotPage(spot).text("/distributionSpot/name")).isEqualTo("Old mill");
    plan(event);
    changeState(event, "Packing");
    pack(event);
    changeState(event, "OnDistro");
    assertThat(ask("Events", Map.of("baseId", base.base())).texts("/base/returned", "id"))
        .doesNotContain(event);
    changeState(event, "ReturnedFromDistribution");
    assertThat(ask("Events", Map.of("baseId", base.base())).texts("/base/returned", "id"))
        .containsExactly(event);

    Answer started =
        ask("StartTracking", Map.of("eventIds", List.of(event), "baseId", base.base()));
    String group = started.text("/startDistributionEventsTrackingGroup/id");
    assertThat(
            started.text(
                "/startDistributionEventsTrackingGroup/distributionEvents/0/distributionSpot/name"))
        .isEqualTo("Old mill");
    assertThat(ask("Event", Map.of("id", event)).text("/distributionEvent/state"))
        .isEqualTo("ReturnTrackingInProgress");
    count(group);

    ask("CompleteTracking", Map.of("groupId", group));

    assertThat(ask("Event", Map.of("id", event)).text("/distributionEvent/state"))
        .isEqualTo("Completed");
    JsonNode statistics =
        ask("Statistics", Map.of("baseId", base.base())).at("/base/distributionEventsStatistics/0");
    assertThat(statistics.at("/outflow").asInt()).isEqualTo(14);
    assertThat(statistics.at("/inflow").asInt()).isEqualTo(5);
    assertThat(statistics.at("/involvedDistributionEventIds").asText()).isEqualTo(event);
  }

  private String createdSpot() {
    return ask(
            "CreateSpot",
            Map.of(
                "baseId",
                base.base(),
                "name",
                "Old mill",
                "comment",
                "",
                "latitude",
                45.5,
                "longitude",
                19))
        .text("/createDistributionSpot/id");
  }

  private String createdEvent(String spot) {
    Answer answer =
        ask(
            "CreateEvent",
            Map.of(
                "spotId",
                Integer.valueOf(spot),
                "name",
                "",
                "start",
                "2026-12-01T10:00:00.000Z",
                "end",
                "2026-12-01T12:00:00.000Z"));
    assertThat(answer.text("/createDistributionEvent/plannedEndDateTime"))
        .isEqualTo("2026-12-01T12:00:00+00:00");
    return answer.text("/createDistributionEvent/id");
  }

  private Answer spotPage(String spot) {
    return ask("Spots", Map.of("baseId", base.base(), "spotId", spot));
  }

  /** Of all sizes of a product two stay on the list. */
  private void plan(String event) {
    String product = String.valueOf(base.product());
    ask(
        "SelectProducts",
        Map.of("eventId", event, "added", List.of(product), "removed", List.of()));
    JsonNode entries = entries(event);
    assertThat(entries.size()).isGreaterThan(2);
    for (int index = 2; index < entries.size(); index++) {
      ask("RemoveEntry", Map.of("entryId", entries.at("/" + index + "/id").asText()));
    }
    ask("UpdateEntry", Map.of("entryId", entries.at("/0/id").asText(), "numberOfItems", 20));
    Answer added =
        ask(
            "AddEntry",
            Map.of(
                "eventId",
                event,
                "productId",
                base.product(),
                "sizeId",
                DistributionTables.SMALL,
                "numberOfItems",
                14));
    assertThat(added.text("/addPackingListEntryToDistributionEvent/size/label")).isNotEmpty();
    int other = tables.newProduct(base.base(), row -> {});
    ask("SelectProducts", Map.of("eventId", event, "added", List.of(other), "removed", List.of()));
    ask("RemoveProduct", Map.of("eventId", event, "productId", other));
    assertThat(entries(event)).allMatch(entry -> entry.at("/product/id").asText().equals(product));
  }

  private void pack(String event) {
    Answer assigned =
        ask("AssignBox", Map.of("label", whole.getLabelIdentifier(), "eventId", event));
    assertThat(
            assigned.text("/assignBoxToDistributionEvent/distributionEvent/distributionSpot/name"))
        .isEqualTo("Old mill");
    ask("UnassignBox", Map.of("label", whole.getLabelIdentifier(), "eventId", event));
    ask("AssignBox", Map.of("label", whole.getLabelIdentifier(), "eventId", event));
    Answer moved =
        ask(
            "MoveItems",
            Map.of("label", opened.getLabelIdentifier(), "eventId", event, "numberOfItems", 6));
    ask(
        "RemoveItems",
        Map.of("id", moved.text("/moveItemsFromBoxToDistributionEvent/id"), "numberOfItems", 2));
    JsonNode packed = packed(event);
    assertThat(packed.at("/0/labelIdentifier").asText()).isEqualTo(whole.getLabelIdentifier());
    assertThat(packed.at("/1/numberOfItems").asInt()).isEqualTo(4);
  }

  private void count(String group) {
    Answer page = ask("Returns", Map.of("groupId", group));
    JsonNode out = page.at("/distributionEventsTrackingGroup/distributionEventsTrackingEntries/0");
    assertThat(out.at("/flowDirection").asText()).isEqualTo("Out");
    assertThat(out.at("/numberOfItems").asInt()).isEqualTo(14);
    ask(
        "SetReturned",
        Map.of(
            "groupId",
            group,
            "productId",
            out.at("/product/id").asText(),
            "sizeId",
            out.at("/size/id").asText(),
            "numberOfItems",
            5));
  }

  private JsonNode packed(String event) {
    for (JsonNode entry : entries(event)) {
      if (entry.at("/size/id").asInt() == DistributionTables.SMALL) {
        return entry.at("/matchingPackedItemsCollections");
      }
    }
    throw new AssertionError("The packed size is not on the list");
  }

  private JsonNode entries(String event) {
    return ask("Event", Map.of("id", event)).at("/distributionEvent/packingListEntries");
  }

  private void changeState(String event, String state) {
    Answer answer = ask("ChangeState", Map.of("eventId", event, "newState", state));
    assertThat(answer.text("/changeDistributionEventState/state")).isEqualTo(state);
  }

  private Answer ask(String operation, Map<String, ?> variables) {
    return client.ask(DOCUMENT, operation, variables).ok();
  }

  private static String document() {
    try (InputStream stream =
        DistributionJourneyIT.class.getResourceAsStream("/frontend/distributions.graphql")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
