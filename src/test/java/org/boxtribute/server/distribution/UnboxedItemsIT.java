package org.boxtribute.server.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.distribution.DistributionTables.LARGE;
import static org.boxtribute.server.distribution.DistributionTables.LONG_AGO;
import static org.boxtribute.server.distribution.DistributionTables.SMALL;

import java.util.List;
import java.util.function.Supplier;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnboxedItemsCollectionRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.testing.Unique;
import org.boxtribute.server.warehouse.BoxState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is packed for events: boxes, and items out of boxes. */
final class UnboxedItemsIT {
  private static final String REFUSED = "BAD_USER_INPUT result";
  private static final String FORBIDDEN = "FORBIDDEN result";
  private static final int MISSING = 99_999_999;

  private final TestServer server = TestServer.forWrites();
  private final DistributionTables tables = new DistributionTables(server);
  private final DistributionRequests requests = new DistributionRequests(server);
  private final DistributionBase base = tables.newBase();
  private final TestUser user = base.coordinator();
  private final int event = tables.newEvent(base.spot(), DistributionEventState.PACKING);
  private final BoxRecord box = tables.newBox(base);

  @Test
  void aBoxIsPackedAsAWhole() {
    Answer answer = requests.assign(user, box, event).ok();

    assertThat(answer.at("/result/distributionEvent/id").asInt()).isEqualTo(event);
    assertThat(tables.box(box).getDistributionEventId()).isEqualTo(event);
    assertThat(tables.box(box).getNumberOfItems()).isEqualTo(10);
    assertThat(tables.box(box).getState()).isEqualTo(BoxState.IN_STOCK);
    assertThat(tables.box(box).getLastModifiedOn()).isEqualTo(LONG_AGO);
    assertThat(tables.history(box)).isEmpty();
    assertThat(tables.unchangedBy(() -> requests.assign(user, box, event)).errors()).isEmpty();
  }

  @Test
  void aBoxLeavesTheEventThatItWasPackedForBefore() {
    int other = tables.newEvent(base.spot(), DistributionEventState.PLANNING);
    requests.assign(user, box, event).ok();

    requests.assign(user, box, other).ok();

    assertThat(tables.box(box).getDistributionEventId()).isEqualTo(other);
  }

  @Test
  void aBoxIsTakenOutOfItsEventAlone() {
    int other = tables.newEvent(base.spot(), DistributionEventState.PLANNING);
    requests.assign(user, box, event).ok();

    assertRefused(() -> requests.unassign(user, box, other));
    Answer answer = requests.unassign(user, box, event).ok();

    assertThat(answer.at("/result/distributionEvent").isNull()).isTrue();
    assertThat(tables.box(box).getDistributionEventId()).isNull();
    assertThat(tables.history(box)).isEmpty();
    assertThat(tables.unchangedBy(() -> requests.unassign(user, box, event)).errors()).isEmpty();
  }

  @Test
  void aBoxIsTakenOutByWhoeverMayWriteTheStockOfItsBase() {
    requests.assign(user, box, event).ok();
    TestUser stockKeeper = base.holding("stock:write");
    TestUser stranger = tables.newBase().coordinator();

    assertForbidden(() -> requests.unassign(stranger, box, event));
    assertForbidden(() -> requests.unassign(base.holding("stock:read"), box, event));
    assertThat(requests.unassign(stockKeeper, box, event).errors()).isEmpty();
    assertThat(requests.assign(stockKeeper, box, event).errors())
        .doesNotContain(FORBIDDEN)
        .isSubsetOf("FORBIDDEN result/distributionEvent/distributionSpot");
  }

  @Test
  void itemsAreTakenOutOfABox() {
    Answer answer = requests.unbox(user, box, event, 6).ok();

    assertThat(answer.at("/result/numberOfItems").asInt()).isEqualTo(6);
    assertThat(answer.at("/result/product/id").asInt()).isEqualTo(base.product());
    assertThat(answer.at("/result/size/id").asInt()).isEqualTo(SMALL);
    assertThat(answer.at("/result/location/id").asInt()).isEqualTo(base.shelf());
    assertThat(answer.at("/result/distributionEvent/id").asInt()).isEqualTo(event);
    assertThat(tables.box(box).getNumberOfItems()).isEqualTo(4);
    assertThat(tables.box(box).getLastModifiedBy()).isEqualTo(user.id());
    assertThat(tables.history(box)).containsExactly("items 10 4");
    assertThat(tables.unboxed(event).getFirst().getCreatedBy()).isEqualTo(user.id());
  }

  @Test
  void itemsOfTheSameProductAndSizeAreOneCollection() {
    BoxRecord large = tables.newBox(base, row -> row.setSizeId(LARGE));
    requests.unbox(user, box, event, 6).ok();
    requests.unbox(user, large, event, 1).ok();

    requests.unbox(user, tables.newBox(base), event, 10).ok();

    assertThat(tables.unboxed(event))
        .extracting(UnboxedItemsCollectionRecord::getNumberOfItems)
        .containsExactly(16, 1);
  }

  @Test
  void moreThanABoxHoldsMovesNothing() {
    BoxRecord uncounted = tables.newBox(base, row -> row.setNumberOfItems(null));

    assertRefused(() -> requests.unbox(user, box, event, 11));
    assertRefused(() -> requests.unbox(user, box, event, -1));
    assertRefused(() -> requests.unbox(user, uncounted, event, 1));
    requests.unbox(user, box, event, 10).ok();
    assertThat(tables.box(box).getNumberOfItems()).isZero();
    assertRefused(() -> requests.unbox(user, box, event, 1));
  }

  @Test
  void moreItemsThanCanBeCountedAreRefused() {
    BoxRecord huge = tables.newBox(base, row -> row.setNumberOfItems(Integer.MAX_VALUE));
    requests.unbox(user, huge, event, Integer.MAX_VALUE).ok();

    assertRefused(() -> requests.unbox(user, box, event, 1));
  }

  @Test
  void boxesThatCannotBePackedAreRefused() {
    List<BoxRecord> unfit =
        List.of(
            tables.newBox(base, row -> row.setDeletedOn(LONG_AGO)),
            tables.newBox(base, row -> row.setSizeId(null)),
            tables.newBox(base, row -> row.setState(BoxState.MARKED_FOR_SHIPMENT)),
            tables.newBox(base, row -> row.setState(BoxState.LOST)));
    BoxRecord missing = box.copy();
    missing.setLabelIdentifier(Unique.label());

    for (BoxRecord bad : unfit) {
      assertRefused(() -> requests.assign(user, bad, event));
      assertRefused(() -> requests.unbox(user, bad, event, 1));
    }
    assertRefused(() -> requests.assign(user, missing, event));
    assertRefused(() -> requests.unassign(user, missing, event));
    assertRefused(() -> requests.unbox(user, missing, event, 1));
    assertRefused(() -> requests.assign(user, box, MISSING));
    assertRefused(() -> requests.unassign(user, box, MISSING));
    assertRefused(() -> requests.unbox(user, box, MISSING, 1));
  }

  @Test
  void aBoxOfAnotherBaseIsNotPacked() {
    DistributionBase other = tables.newBase();
    BoxRecord foreign = tables.newBox(other);
    TestUser ofBoth = user.in(base.base(), other.base());

    assertRefused(() -> requests.assign(ofBoth, foreign, event));
    assertRefused(() -> requests.unbox(ofBoth, foreign, event, 1));
    assertForbidden(() -> requests.assign(user, foreign, event));
    assertForbidden(() -> requests.unbox(user, foreign, event, 1));
    assertForbidden(() -> requests.assign(other.coordinator(), foreign, event));
  }

  @Test
  void unboxingNeedsTheRightsToItemsAndStock() {
    assertForbidden(() -> requests.unbox(base.holding("stock:write"), box, event, 1));
    assertForbidden(
        () -> requests.unbox(base.holding("unboxed_items_collection:write"), box, event, 1));
    assertThat(
            requests
                .unbox(base.holding("stock:write", "unboxed_items_collection:write"), box, event, 1)
                .errors())
        .doesNotContain(FORBIDDEN);
    assertThat(tables.box(box).getNumberOfItems()).isEqualTo(9);
  }

  @Test
  void unboxedItemsAreTakenOff() {
    int unboxed = requests.unbox(user, box, event, 6).ok().at("/result/id").asInt();
    TestUser stranger = tables.newBase().coordinator();

    Answer answer = requests.removeUnboxed(user, unboxed, 4).ok();

    assertThat(answer.at("/result/numberOfItems").asInt()).isEqualTo(2);
    assertRefused(() -> requests.removeUnboxed(user, unboxed, 3));
    assertRefused(() -> requests.removeUnboxed(user, unboxed, -1));
    assertRefused(() -> requests.removeUnboxed(user, MISSING, 1));
    assertForbidden(
        () ->
            requests.removeUnboxed(
                base.holding("stock:write", "unboxed_items_collection:write"), unboxed, 1));
    assertForbidden(() -> requests.removeUnboxed(stranger, unboxed, 1));
    requests.removeUnboxed(user, unboxed, 2).ok();
    assertThat(tables.unboxed(event).getFirst().getNumberOfItems()).isZero();
    assertThat(tables.box(box).getNumberOfItems()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(names = {"RETURN_TRACKING_IN_PROGRESS", "COMPLETED"})
  void whatIsPackedForAFinishedEventDoesNotChange(DistributionEventState state) {
    BoxRecord packed = tables.newBox(base);
    requests.assign(user, packed, event).ok();
    int unboxed = requests.unbox(user, box, event, 6).ok().at("/result/id").asInt();
    tables.setState(event, state);

    assertRefused(() -> requests.assign(user, box, event));
    assertRefused(() -> requests.unassign(user, packed, event));
    assertRefused(() -> requests.unbox(user, box, event, 1));
    assertRefused(() -> requests.removeUnboxed(user, unboxed, 1));
  }

  @Test
  void manyAtOnceNeverTakeMoreThanThereIs() {
    int other = tables.newEvent(base.spot(), DistributionEventState.PACKING);

    List<Answer> answers =
        Crowd.asks(32, number -> requests.unbox(user, box, number % 2 == 0 ? event : other, 3));

    assertThat(answers).allMatch(answer -> List.of(REFUSED).containsAll(answer.errors()));
    assertThat(answers).filteredOn(answer -> answer.errors().isEmpty()).hasSize(3);
    assertThat(tables.box(box).getNumberOfItems()).isEqualTo(1);
    assertThat(unboxedItems(event) + unboxedItems(other)).isEqualTo(9);
    assertThat(tables.unboxed(event).size()).isLessThanOrEqualTo(1);
  }

  @Test
  void manyAtOnceNeverTakeOffMoreThanIsUnboxed() {
    int unboxed = requests.unbox(user, box, event, 10).ok().at("/result/id").asInt();

    List<Answer> answers = Crowd.asks(32, number -> requests.removeUnboxed(user, unboxed, 4));

    assertThat(answers).allMatch(answer -> List.of(REFUSED).containsAll(answer.errors()));
    assertThat(answers).filteredOn(answer -> answer.errors().isEmpty()).hasSize(2);
    assertThat(unboxedItems(event)).isEqualTo(2);
  }

  private int unboxedItems(int ofEvent) {
    return tables.unboxed(ofEvent).stream()
        .mapToInt(UnboxedItemsCollectionRecord::getNumberOfItems)
        .sum();
  }

  private void assertRefused(Supplier<Answer> request) {
    assertThat(tables.unchangedBy(request).errors()).containsExactly(REFUSED);
  }

  private void assertForbidden(Supplier<Answer> request) {
    assertThat(tables.unchangedBy(request).errors()).containsExactly(FORBIDDEN);
  }
}
