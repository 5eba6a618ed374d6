package org.boxtribute.server.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.distribution.DistributionTables.LARGE;
import static org.boxtribute.server.distribution.DistributionTables.LONG_AGO;
import static org.boxtribute.server.distribution.DistributionTables.SMALL;

import java.util.List;
import java.util.function.Supplier;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.warehouse.BoxState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How returned items are counted. */
final class TrackingGroupMutationsIT {
  private static final String REFUSED = "BAD_USER_INPUT result";
  private static final String FORBIDDEN = "FORBIDDEN result";
  private static final int MISSING = 99_999_999;

  private final TestServer server = TestServer.forWrites();
  private final DistributionTables tables = new DistributionTables(server);
  private final DistributionRequests requests = new DistributionRequests(server);
  private final DistributionBase base = tables.newBase();
  private final TestUser user = base.coordinator();
  private final int product = base.product();
  private final int event = tables.newEvent(base.spot(), DistributionEventState.PACKING);
  private final BoxRecord box = tables.newBox(base);

  @Test
  void allThatIsPackedGoesOut() {
    int other = tables.newEvent(base.spot(), DistributionEventState.RETURNED_FROM_DISTRIBUTION);
    BoxRecord large = tables.newBox(base, row -> row.setSizeId(LARGE));
    requests.unbox(user, box, event, 6).ok();
    requests.assign(user, box, other).ok();
    requests.assign(user, large, event).ok();
    tables.setState(event, DistributionEventState.RETURNED_FROM_DISTRIBUTION);

    Answer answer = requests.track(user, base.base(), List.of(other, event, other)).ok();

    assertThat(answer.text("/result/state")).isEqualTo("InProgress");
    assertThat(answer.texts("/result/distributionEvents", "state"))
        .containsExactly("ReturnTrackingInProgress", "ReturnTrackingInProgress");
    int group = answer.at("/result/id").asInt();
    assertThat(tables.counted(group))
        .containsExactly(
            "Out %d %d 10".formatted(product, SMALL), "Out %d %d 10".formatted(product, LARGE));
    assertThat(tables.event(event).getDistributionEventsTrackingGroupId()).isEqualTo(group);
    assertThat(tables.event(event).getLastModifiedBy()).isEqualTo(user.id());
    assertThat(tables.trackingGroup(group).getBaseId()).isEqualTo(base.base());
    assertThat(tables.trackingGroup(group).getCreatedBy()).isEqualTo(user.id());
    assertThat(tables.box(box).getNumberOfItems()).isZero();
    assertThat(tables.box(box).getDistributionEventId()).isEqualTo(other);
    assertThat(tables.box(large).getNumberOfItems()).isZero();
    assertThat(tables.history(large)).containsExactly("items 10 0");
    assertThat(tables.unboxed(event).getFirst().getNumberOfItems()).isZero();
  }

  @Test
  void whatIsEmptyDeletedOrOnAShipmentDoesNotGoOut() {
    int empty = tables.newBox(base, row -> pack(row, 0)).getId();
    BoxRecord deleted =
        tables.newBox(
            base,
            row -> {
              pack(row, 3);
              row.setDeletedOn(LONG_AGO);
            });
    BoxRecord marked =
        tables.newBox(
            base,
            row -> {
              pack(row, 4);
              row.setState(BoxState.MARKED_FOR_SHIPMENT);
            });
    BoxRecord moved =
        tables.newBox(
            base,
            row -> {
              pack(row, 5);
              row.setLocationId(tables.newBase().shelf());
            });
    tables.setState(event, DistributionEventState.RETURNED_FROM_DISTRIBUTION);

    int group = started();

    assertThat(empty).isPositive();
    assertThat(tables.counted(group)).isEmpty();
    assertThat(tables.box(deleted).getNumberOfItems()).isEqualTo(3);
    assertThat(tables.box(marked).getNumberOfItems()).isEqualTo(4);
    assertThat(tables.box(moved).getNumberOfItems()).isEqualTo(5);
  }

  @Test
  void itemsWithoutASizeCannotBeCounted() {
    tables.newBox(
        base,
        row -> {
          pack(row, 3);
          row.setSizeId(null);
        });
    tables.setState(event, DistributionEventState.RETURNED_FROM_DISTRIBUTION);

    assertRefused(() -> requests.track(user, base.base(), List.of(event)));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RETURNED_FROM_DISTRIBUTION")
  void anEventThatIsNotOverOrCountedAlreadyIsRefused(DistributionEventState state) {
    int over = tables.newEvent(base.spot(), DistributionEventState.RETURNED_FROM_DISTRIBUTION);
    tables.setState(event, state);

    assertRefused(() -> requests.track(user, base.base(), List.of(over, event)));
  }

  @Test
  void aGroupIsOfEventsOfItsBase() {
    DistributionBase other = tables.newBase();
    tables.setState(event, DistributionEventState.RETURNED_FROM_DISTRIBUTION);
    TestUser ofBoth = user.in(base.base(), other.base());

    assertRefused(() -> requests.track(ofBoth, other.base(), List.of(event)));
    assertRefused(() -> requests.track(user, base.base(), List.of()));
    assertRefused(() -> requests.track(user, base.base(), List.of(event, MISSING)));
    assertForbidden(() -> requests.track(user, other.base(), List.of(event)));
    assertForbidden(
        () -> requests.track(base.holding("distro_event:read"), base.base(), List.of(event)));
    assertRefused(() -> requests.track(TestUser.god(), MISSING, List.of(event)));
  }

  @Test
  void theReturnedNumberReplacesWhatWasSaidBefore() {
    int group = tracked(10);

    Answer first = requests.setReturned(user, group, product, SMALL, 3).ok();
    Answer second = requests.setReturned(user, group, product, SMALL, 10).ok();

    assertThat(first.text("/result/flowDirection")).isEqualTo("In");
    assertThat(first.at("/result/product/id").asInt()).isEqualTo(product);
    assertThat(second.at("/result/id").asInt()).isEqualTo(first.at("/result/id").asInt());
    assertThat(second.at("/result/numberOfItems").asInt()).isEqualTo(10);
    requests.setReturned(user, group, product, SMALL, 0).ok();
    assertThat(tables.counted(group))
        .containsExactly(
            "Out %d %d 10".formatted(product, SMALL), "In %d %d 0".formatted(product, SMALL));
  }

  @Test
  void noMoreComesBackThanWentOut() {
    int group = tracked(10);

    assertRefused(() -> requests.setReturned(user, group, product, SMALL, 11));
    assertRefused(() -> requests.setReturned(user, group, product, SMALL, -1));
    assertRefused(() -> requests.setReturned(user, group, product, LARGE, 0));
    assertRefused(() -> requests.setReturned(user, group, MISSING, SMALL, 0));
    assertRefused(() -> requests.setReturned(user, MISSING, product, SMALL, 1));
  }

  @Test
  void returnedItemsGoIntoABox() {
    int group = tracked(10);
    requests.setReturned(user, group, product, SMALL, 7).ok();
    BoxRecord target = tables.newBox(base, row -> row.setNumberOfItems(null));

    Answer answer = requests.rebox(user, group, target, 4).ok();

    assertThat(answer.text("/result/flowDirection")).isEqualTo("BackToBox");
    assertThat(answer.at("/result/numberOfItems").asInt()).isEqualTo(4);
    assertThat(tables.box(target).getNumberOfItems()).isEqualTo(4);
    assertThat(tables.history(target)).containsExactly("items null 4");
    assertRefused(() -> requests.rebox(user, group, target, 4));
    assertRefused(() -> requests.setReturned(user, group, product, SMALL, 3));
    requests.rebox(user, group, box, 3).ok();
    assertThat(tables.box(box).getNumberOfItems()).isEqualTo(3);
    assertRefused(() -> requests.rebox(user, group, box, 1));
    assertRefused(() -> requests.rebox(user, group, box, -1));
  }

  @Test
  void returnedItemsGoIntoBoxesOfTheSameKindOnly() {
    int group = tracked(10);
    requests.setReturned(user, group, product, SMALL, 7).ok();
    int otherProduct = tables.newProduct(base.base(), row -> {});
    List<BoxRecord> unfit =
        List.of(
            tables.newBox(base, row -> row.setProductId(otherProduct)),
            tables.newBox(base, row -> row.setSizeId(LARGE)),
            tables.newBox(base, row -> row.setDeletedOn(LONG_AGO)),
            tables.newBox(base, row -> row.setState(BoxState.SCRAP)),
            tables.newBox(base, row -> row.setLocationId(tables.newBase().shelf())),
            tables.newBox(base, row -> row.setNumberOfItems(Integer.MAX_VALUE)));

    for (BoxRecord bad : unfit) {
      assertRefused(
          () ->
              requests.write(
                  user,
                  """
                  moveItemsFromReturnTrackingGroupToBox(
                    distributionEventsTrackingGroupId: %d, productId: %d, sizeId: %d,
                    numberOfItems: 1, targetBoxLabelIdentifier: "%s"
                  ) { id }"""
                      .formatted(group, product, SMALL, bad.getLabelIdentifier())));
    }
    assertRefused(() -> requests.rebox(user, MISSING, box, 1));
    assertRefused(() -> requests.rebox(user, group, tables.box(unfit.get(1)), 0));
  }

  @Test
  void aCompletedGroupAndItsEventsDoNotChange() {
    int group = tracked(10);
    requests.setReturned(user, group, product, SMALL, 7).ok();

    Answer answer = requests.complete(user, group).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Completed");
    assertThat(answer.texts("/result/distributionEvents", "state")).containsExactly("Completed");
    DistributionEventsTrackingGroupRecord stored = tables.trackingGroup(group);
    assertThat(stored.getState()).isEqualTo(DistributionEventsTrackingGroupState.COMPLETED);
    assertThat(stored.getLastModifiedBy()).isEqualTo(user.id());
    assertThat(tables.event(event).getState()).isEqualTo(DistributionEventState.COMPLETED);
    assertRefused(() -> requests.setReturned(user, group, product, SMALL, 5));
    assertRefused(() -> requests.rebox(user, group, box, 1));
    assertRefused(() -> requests.complete(user, group));
    assertRefused(() -> requests.complete(user, MISSING));
    assertRefused(() -> requests.track(user, base.base(), List.of(event)));
    assertRefused(() -> requests.setState(user, event, "Planning"));
  }

  @Test
  void aBoxOfACompletedEventIsPackedForAnother() {
    requests.assign(user, box, event).ok();
    tables.setState(event, DistributionEventState.RETURNED_FROM_DISTRIBUTION);
    requests.complete(user, started()).ok();
    int next = tables.newEvent(base.spot(), DistributionEventState.PLANNING);

    requests.assign(user, box, next).ok();

    assertThat(tables.box(box).getDistributionEventId()).isEqualTo(next);
  }

  @Test
  void countingNeedsTheRightInTheBaseOfTheGroup() {
    int group = tracked(10);
    requests.setReturned(user, group, product, SMALL, 7).ok();

    for (TestUser other :
        List.of(base.holding("distro_event:read", "stock:write"), tables.newBase().coordinator())) {
      assertForbidden(() -> requests.setReturned(other, group, product, SMALL, 3));
      assertForbidden(() -> requests.rebox(other, group, box, 1));
      assertForbidden(() -> requests.complete(other, group));
    }
    TestUser counter = base.holding("distro_event:write", "product:read", "size:read");
    assertThat(requests.setReturned(counter, group, product, SMALL, 5).errors()).isEmpty();
    assertThat(requests.rebox(counter, group, box, 1).errors()).isEmpty();
    assertThat(requests.complete(counter, group).errors()).isEmpty();
  }

  @Test
  void anEventComesIntoOneGroup() {
    requests.assign(user, box, event).ok();
    tables.setState(event, DistributionEventState.RETURNED_FROM_DISTRIBUTION);

    List<Answer> answers =
        Crowd.asks(16, number -> requests.track(user, base.base(), List.of(event)));

    assertThat(answers).allMatch(answer -> List.of(REFUSED).containsAll(answer.errors()));
    List<Answer> started = answers.stream().filter(answer -> answer.errors().isEmpty()).toList();
    assertThat(started).hasSize(1);
    assertThat(tables.counted(started.getFirst().at("/result/id").asInt()))
        .containsExactly("Out %d %d 10".formatted(product, SMALL));
  }

  @Test
  void manyAtOnceNeverPutMoreIntoBoxesThanCameBack() {
    int group = tracked(10);
    requests.setReturned(user, group, product, SMALL, 8).ok();
    List<BoxRecord> targets = List.of(tables.newBox(base), tables.newBox(base));

    List<Answer> answers =
        Crowd.asks(
            32,
            number ->
                number % 4 == 0
                    ? requests.setReturned(user, group, product, SMALL, 8 - number % 8)
                    : requests.rebox(user, group, targets.get(number % 2), 3));

    assertThat(answers).allMatch(answer -> List.of(REFUSED).containsAll(answer.errors()));
    int returned = number(group, DistributionEventTrackingFlowDirection.IN);
    int back = number(group, DistributionEventTrackingFlowDirection.BACK_TO_BOX);
    assertThat(back).isLessThanOrEqualTo(returned);
    assertThat(
            targets.stream().mapToInt(target -> tables.box(target).getNumberOfItems() - 10).sum())
        .isEqualTo(back);
    assertThat(tables.counted(group)).filteredOn(entry -> entry.startsWith("In")).hasSize(1);
  }

  private int number(int group, DistributionEventTrackingFlowDirection direction) {
    return tables.entries(group).stream()
        .filter(entry -> entry.getFlowDirection() == direction)
        .mapToInt(entry -> entry.getNumberOfItems())
        .sum();
  }

  /** A group in which small items went out. */
  private int tracked(int numberOfItems) {
    requests.unbox(user, box, event, numberOfItems).ok();
    tables.setState(event, DistributionEventState.RETURNED_FROM_DISTRIBUTION);
    return started();
  }

  private int started() {
    return requests.track(user, base.base(), List.of(event)).ok().at("/result/id").asInt();
  }

  private void pack(BoxRecord row, int numberOfItems) {
    row.setDistributionEventId(event);
    row.setNumberOfItems(numberOfItems);
  }

  private void assertRefused(Supplier<Answer> request) {
    assertThat(tables.unchangedBy(request).errors()).containsExactly(REFUSED);
  }

  private void assertForbidden(Supplier<Answer> request) {
    assertThat(tables.unchangedBy(request).errors()).containsExactly(FORBIDDEN);
  }
}
