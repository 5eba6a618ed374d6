package org.boxtribute.server.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.NewHistory;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.warehouse.LocationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** New spots and events, and how events go their way. */
final class DistributionEventMutationsIT {
  private static final String REFUSED = "BAD_USER_INPUT result";
  private static final String FORBIDDEN = "FORBIDDEN result";

  private final TestServer server = TestServer.forWrites();
  private final DistributionTables tables = new DistributionTables(server);
  private final DistributionRequests requests = new DistributionRequests(server);
  private final DistributionBase base = tables.newBase();
  private final TestUser user = base.coordinator();

  @Test
  void aSpotIsAPlaceOfItsOwnType() {
    NewHistory history = new NewHistory(server);

    Answer answer =
        createSpot(
                user,
                """
                baseId: %d, name: "By the river", comment: "Mind the geese", latitude: 46.1,
                longitude: -19.65"""
                    .formatted(base.base()))
            .ok();

    assertThat(answer.text("/result/name")).isEqualTo("By the river");
    assertThat(answer.text("/result/comment")).isEqualTo("Mind the geese");
    assertThat(answer.text("/result/base/id")).isEqualTo(String.valueOf(base.base()));
    LocationRecord spot = tables.location(answer.at("/result/id").asInt());
    assertThat(spot.getType()).isEqualTo(LocationType.DISTRIBUTION_SPOT);
    assertThat(spot.getLatitude()).isEqualTo(46.1);
    assertThat(spot.getLongitude()).isEqualTo(-19.65);
    assertThat(spot.getCreatedBy()).isEqualTo(user.id());
    assertThat(spot.getLastModifiedBy()).isEqualTo(user.id());
    assertThat(spot.getCreatedOn()).isEqualTo(spot.getLastModifiedOn());
    assertThat(spot.getDeletedOn()).isNull();
    assertThat(history.entries()).isEmpty();
  }

  @Test
  void aSpotMayBeNowhereYet() {
    Answer answer =
        createSpot(user, "baseId: %d, name: \"Pier\", comment: \"\"".formatted(base.base())).ok();

    assertThat(answer.at("/result/latitude").isNull()).isTrue();
    assertThat(answer.at("/result/longitude").isNull()).isTrue();
    assertThat(answer.text("/result/comment")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comment: \"\"",
        "name: null, comment: \"\"",
        "name: \" \", comment: \"\"",
        "name: \"A name of more than twenty letters\", comment: \"\"",
        "name: \"Pier\", comment: \"\", latitude: 90.1",
        "name: \"Pier\", comment: \"\", latitude: -91",
        "name: \"Pier\", comment: \"\", longitude: 180.5",
        "name: \"Pier\", comment: \"\", longitude: -1e300"
      })
  void aSpotWithoutANameOrOutOfThisWorldIsRefused(String fields) {
    Answer answer =
        tables.unchangedBy(() -> createSpot(user, "baseId: %d, %s".formatted(base.base(), fields)));

    assertThat(answer.errors()).containsExactly(REFUSED);
  }

  @Test
  void aSpotNeedsABase() {
    int deleted = tables.newBareBase(row -> row.setDeletedOn(DistributionTables.LONG_AGO));

    for (int missing : List.of(deleted, 0, 999_999)) {
      Answer answer =
          tables.unchangedBy(
              () ->
                  createSpot(
                      TestUser.god(),
                      "baseId: %d, name: \"Pier\", comment: \"\"".formatted(missing)));
      assertThat(answer.errors()).containsExactly(REFUSED);
    }
  }

  @Test
  void aSpotNeedsTheRightInItsBase() {
    String fields = "baseId: %d, name: \"Pier\", comment: \"\"".formatted(base.base());

    assertThat(createSpot(base.holding("location:write"), fields).errors()).isEmpty();
    for (TestUser other :
        List.of(
            base.holding("location:read", "distro_event:write"), tables.newBase().coordinator())) {
      assertThat(tables.unchangedBy(() -> createSpot(other, fields)).errors()).contains(FORBIDDEN);
    }
  }

  @Test
  void anEventIsPlanned() {
    NewHistory history = new NewHistory(server);

    Answer answer =
        createEvent(
                user,
                """
                distributionSpotId: %d, name: "Winter", plannedStartDateTime: "2026-12-01T10:00:00",
                plannedEndDateTime: "2026-12-01T14:30:00+02:00\""""
                    .formatted(base.spot()))
            .ok();

    assertThat(answer.text("/result/name")).isEqualTo("Winter");
    assertThat(answer.text("/result/state")).isEqualTo("Planning");
    assertThat(answer.text("/result/plannedStartDateTime")).isEqualTo("2026-12-01T10:00:00+00:00");
    assertThat(answer.text("/result/plannedEndDateTime")).isEqualTo("2026-12-01T12:30:00+00:00");
    assertThat(answer.text("/result/distributionSpot/id")).isEqualTo(String.valueOf(base.spot()));
    DistributionEventRecord event = tables.event(answer.at("/result/id").asInt());
    assertThat(event.getCreatedBy()).isEqualTo(user.id());
    assertThat(Duration.between(event.getCreatedOn(), Instant.now()))
        .isLessThan(Duration.ofHours(1));
    assertThat(event.getLastModifiedOn()).isNull();
    assertThat(event.getDistributionEventsTrackingGroupId()).isNull();
    assertThat(history.entries()).isEmpty();
  }

  @Test
  void anEventWithoutEndEndsAsItStarts() {
    Answer answer =
        createEvent(
                user,
                "distributionSpotId: %d, plannedStartDateTime: \"2026-12-01T10:00:00.9\""
                    .formatted(base.spot()))
            .ok();

    assertThat(answer.at("/result/name").isNull()).isTrue();
    assertThat(answer.text("/result/plannedStartDateTime")).isEqualTo("2026-12-01T10:00:00+00:00");
    assertThat(answer.text("/result/plannedEndDateTime")).isEqualTo("2026-12-01T10:00:00+00:00");
  }

  @Test
  void anEventDoesNotEndBeforeItStarts() {
    Answer answer =
        tables.unchangedBy(
            () ->
                createEvent(
                    user,
                    """
                    distributionSpotId: %d, plannedStartDateTime: "2026-12-01T10:00:00",
                    plannedEndDateTime: "2026-12-01T09:59:59\""""
                        .formatted(base.spot())));

    assertThat(answer.errors()).containsExactly(REFUSED);
  }

  @Test
  void anEventIsHeldAtASpotThatThereIs() {
    int deleted =
        tables.newLocation(
            base.base(),
            LocationType.DISTRIBUTION_SPOT,
            spot -> spot.setDeletedOn(DistributionTables.LONG_AGO));

    for (int spot : List.of(base.shelf(), deleted, 0, 99_999_999)) {
      assertThat(tables.unchangedBy(() -> createEvent(user, at(spot))).errors())
          .containsExactly(REFUSED);
    }
  }

  @Test
  void anEventNeedsTheRightInTheBaseOfItsSpot() {
    assertThat(createEvent(base.holding("distro_event:write"), at(base.spot())).errors())
        .doesNotContain(FORBIDDEN);
    for (TestUser other :
        List.of(
            base.holding("distro_event:read", "location:write"), tables.newBase().coordinator())) {
      assertThat(tables.unchangedBy(() -> createEvent(other, at(base.spot()))).errors())
          .containsExactly(FORBIDDEN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PLANNING, Packing, PACKING",
    "PLANNING, OnDistro, ON_DISTRO",
    "PLANNING, ReturnedFromDistribution, RETURNED_FROM_DISTRIBUTION",
    "PACKING, Planning, PLANNING",
    "PACKING, OnDistro, ON_DISTRO",
    "ON_DISTRO, Planning, PLANNING",
    "ON_DISTRO, Packing, PACKING",
    "ON_DISTRO, ReturnedFromDistribution, RETURNED_FROM_DISTRIBUTION"
  })
  void anEventGoesToAndFroUntilItIsOver(
      DistributionEventState from, String to, DistributionEventState stored) {
    int id = tables.newEvent(base.spot(), from);
    NewHistory history = new NewHistory(server);

    Answer answer = requests.setState(user, id, to).ok();

    assertThat(answer.text("/result/state")).isEqualTo(to);
    DistributionEventRecord event = tables.event(id);
    assertThat(event.getState()).isEqualTo(stored);
    assertThat(event.getLastModifiedBy()).isEqualTo(user.id());
    assertThat(event.getLastModifiedOn()).isAfter(DistributionTables.LONG_AGO);
    assertThat(history.entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PLANNING, Planning",
    "PACKING, Packing",
    "ON_DISTRO, OnDistro",
    "RETURNED_FROM_DISTRIBUTION, ReturnedFromDistribution"
  })
  void theSameStateAgainChangesNothing(DistributionEventState state, String same) {
    int event = tables.newEvent(base.spot(), state);

    Answer answer = tables.unchangedBy(() -> requests.setState(user, event, same));

    assertThat(answer.ok().text("/result/state")).isEqualTo(same);
  }

  static Stream<String> refusedStates() {
    return Stream.of(
        "PLANNING ReturnTrackingInProgress",
        "PACKING Completed",
        "ON_DISTRO Completed",
        "RETURNED_FROM_DISTRIBUTION Planning",
        "RETURNED_FROM_DISTRIBUTION Packing",
        "RETURNED_FROM_DISTRIBUTION OnDistro",
        "RETURNED_FROM_DISTRIBUTION ReturnTrackingInProgress",
        "RETURNED_FROM_DISTRIBUTION Completed",
        "RETURN_TRACKING_IN_PROGRESS ReturnedFromDistribution",
        "RETURN_TRACKING_IN_PROGRESS ReturnTrackingInProgress",
        "RETURN_TRACKING_IN_PROGRESS Completed",
        "COMPLETED Planning",
        "COMPLETED ReturnedFromDistribution",
        "COMPLETED Completed");
  }

  @ParameterizedTest
  @MethodSource("refusedStates")
  void whatFollowsTheReturnIsUpToTheTrackingGroup(String states) {
    String[] fromAndTo = states.split(" ", -1);
    int event = tables.newEvent(base.spot(), DistributionEventState.valueOf(fromAndTo[0]));

    Answer answer = tables.unchangedBy(() -> requests.setState(user, event, fromAndTo[1]));

    assertThat(answer.errors()).containsExactly(REFUSED);
  }

  @Test
  void theStateNeedsTheRightInTheBaseOfTheSpot() {
    int event = tables.newEvent(base.spot(), DistributionEventState.PLANNING);

    assertThat(requests.setState(base.holding("distro_event:write"), event, "Packing").errors())
        .isEmpty();
    for (TestUser other :
        List.of(base.holding("distro_event:read"), tables.newBase().coordinator())) {
      assertThat(tables.unchangedBy(() -> requests.setState(other, event, "OnDistro")).errors())
          .containsExactly(FORBIDDEN);
    }
  }

  @Test
  void anEventThatIsNotThereHasNoState() {
    assertThat(requests.setState(user, 99_999_999, "Packing").errors()).containsExactly(REFUSED);
  }

  @Test
  void whoeverIsLateDoesNotBringAnEventBackFromItsReturn() {
    int event = tables.newEvent(base.spot(), DistributionEventState.ON_DISTRO);

    List<Answer> answers =
        Crowd.asks(
            32,
            number ->
                requests.setState(
                    user,
                    event,
                    number % 4 == 0
                        ? "ReturnedFromDistribution"
                        : number % 2 == 0 ? "Packing" : "Planning"));

    assertThat(answers).allMatch(answer -> List.of(REFUSED).containsAll(answer.errors()));
    assertThat(tables.event(event).getState())
        .isEqualTo(DistributionEventState.RETURNED_FROM_DISTRIBUTION);
  }

  private static String at(int spot) {
    return "distributionSpotId: %d, plannedStartDateTime: \"2026-12-01T10:00:00\"".formatted(spot);
  }

  private Answer createSpot(TestUser creator, String fields) {
    return requests.write(
        creator,
        "createDistributionSpot(creationInput: { %s }) { %s }"
            .formatted(
                fields,
                creator.permissions().contains("base:read")
                    ? "id name comment latitude longitude base { id }"
                    : "id"));
  }

  private Answer createEvent(TestUser creator, String fields) {
    return requests.write(
        creator,
        """
        createDistributionEvent(creationInput: { %s }) {
          id name state plannedStartDateTime plannedEndDateTime distributionSpot { id }
        }"""
            .formatted(fields));
  }
}
