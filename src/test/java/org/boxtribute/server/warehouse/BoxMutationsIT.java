package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoxMutationsIT {
  private static final String MARKED = "10001601";
  private static final String UPDATE_MARKED =
      """
      mutation ($input: MarkedForShipmentBoxUpdateInput) {
        updateMarkedForShipmentBox(updateInput: $input) {
          id weight monetaryValue lastModifiedOn lastModifiedBy { id }
        }
      }
      """;
  private static final String UPDATED_MARKED = "/updateMarkedForShipmentBox";

  private final TestServer server = TestServer.forWrites();
  private final BoxTable boxes = new BoxTable(server);
  private final Client coordinator = server.as(TestUser.coordinator());

  @Test
  void aBoxPreparedForShipmentGetsItsWeightAndValue() {
    BoxRecord box = unvalued();

    Answer answer =
        coordinator
            .ask(UPDATE_MARKED, input(box, Map.of("weight", 12.345, "monetaryValue", 7)))
            .ok();
    coordinator.ask(UPDATE_MARKED, input(box, Map.of("weight", 13.5))).ok();

    assertThat(answer.at(UPDATED_MARKED + "/weight").asDouble()).isEqualTo(12.345);
    assertThat(answer.at(UPDATED_MARKED + "/monetaryValue").asDouble()).isEqualTo(7);
    assertThat(answer.text(UPDATED_MARKED + "/lastModifiedBy/id")).isEqualTo("3");
    assertThat(boxes.row(box.getLabelIdentifier()).getWeight())
        .isEqualByComparingTo(new BigDecimal("13.5"));
    assertThat(boxes.history(box.getId()))
        .containsExactly(
            "changed weight from \"\" to 12.34kg 12.345 by 3",
            "changed monetary value from \"\" to 7.00€ 7.0 by 3",
            "changed weight from 12.34kg to 13.50kg 12.345 13.5 by 3");
  }

  @Test
  void theSameWeightChangesNothing() {
    BoxRecord box = unvalued();
    coordinator.ask(UPDATE_MARKED, input(box, Map.of("weight", 12.5))).ok();

    boxes.unchangedBy(
        () -> coordinator.ask(UPDATE_MARKED, input(box, Map.of("weight", 12.50))).ok());
  }

  @Test
  void amountsBelowZeroOrTooLargeAreRefused() {
    BoxRecord box = unvalued();

    for (String field : List.of("weight", "monetaryValue")) {
      for (double amount : new double[] {-0.01, 1e18, 1e300}) {
        Answer answer =
            boxes.unchangedBy(
                () -> coordinator.ask(UPDATE_MARKED, input(box, Map.of(field, amount))));
        assertThat(answer.errors()).containsExactly("BAD_USER_INPUT updateMarkedForShipmentBox");
        assertThat(answer.body().at("/errors/0/extensions/description").asText())
            .contains("'" + field + "'");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10001001", "10001611", "10001005", "no such box", "📦"})
  void onlyABoxPreparedForShipmentCanBeValued(String label) {
    Answer answer =
        boxes.unchangedBy(
            () ->
                server
                    .as(TestUser.god())
                    .ask(
                        UPDATE_MARKED,
                        Map.of("input", Map.of("labelIdentifier", label, "weight", 1))));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT updateMarkedForShipmentBox");
  }

  @Test
  void valuingNeedsThePermissionForTheBase() {
    BoxRecord box = unvalued();

    for (TestUser user :
        List.of(
            TestUser.coordinator().without(STOCK_WRITE),
            TestUser.coordinator(6, 1, 2),
            TestUser.coordinator(7, 2, 3))) {
      Answer answer =
          boxes.unchangedBy(
              () -> server.as(user).ask(UPDATE_MARKED, input(box, Map.of("weight", 1))));
      assertThat(answer.errors()).containsExactly("FORBIDDEN updateMarkedForShipmentBox");
    }
    Answer beta =
        boxes.unchangedBy(
            () ->
                server
                    .as(TestUser.coordinator().atBetaLevel(6))
                    .ask(UPDATE_MARKED, input(box, Map.of("weight", 1))));
    assertThat(beta.status()).isEqualTo(400);
  }

  @Test
  void manyChangesOfOneBoxLoseNone() {
    BoxRecord box = unvalued();

    Crowd.asks(
        32,
        number -> coordinator.ask(UPDATE_MARKED, input(box, Map.of("weight", number + 1))).ok());

    List<String> history = boxes.history(box.getId());
    assertThat(history).hasSize(32).doesNotHaveDuplicates();
    String previous = "\"\"";
    for (String entry : history) {
      assertThat(entry).startsWith("changed weight from " + previous + " to ");
      previous =
          entry.substring(
              entry.indexOf(" to ") + 4, entry.indexOf("kg ", entry.indexOf(" to ")) + 2);
    }
  }

  private BoxRecord unvalued() {
    BoxRecord box = boxes.copyOf(MARKED);
    box.setWeight(null);
    box.setMonetaryValue(null);
    server.sql().executeUpdate(box);
    return box;
  }

  private static Map<String, Object> input(BoxRecord box, Map<String, Object> changes) {
    Map<String, Object> input = new HashMap<>(changes);
    input.put("labelIdentifier", box.getLabelIdentifier());
    return Map.of("input", input);
  }
}
