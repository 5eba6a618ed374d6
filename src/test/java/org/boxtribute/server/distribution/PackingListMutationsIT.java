package org.boxtribute.server.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.distribution.DistributionTables.LARGE;
import static org.boxtribute.server.distribution.DistributionTables.SMALL;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.boxtribute.server.persistence.schema.tables.records.PackingListEntryRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.NewHistory;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is to be packed for events. */
final class PackingListMutationsIT {
  private static final String REFUSED = "BAD_USER_INPUT result";
  private static final String FORBIDDEN = "FORBIDDEN result";
  private static final int MISSING = 99_999_999;

  private final TestServer server = TestServer.forWrites();
  private final DistributionTables tables = new DistributionTables(server);
  private final DistributionRequests requests = new DistributionRequests(server);
  private final DistributionBase base = tables.newBase();
  private final TestUser user = base.coordinator();
  private final int product = base.product();
  private final int event = tables.newEvent(base.spot(), DistributionEventState.PLANNING);

  @Test
  void anEntryIsAdded() {
    NewHistory history = new NewHistory(server);

    Answer answer = requests.put(user, event, product, SMALL, 7).ok();

    assertThat(answer.at("/result/numberOfItems").asInt()).isEqualTo(7);
    assertThat(answer.text("/result/state")).isEqualTo("NotStarted");
    assertThat(answer.at("/result/product/id").asInt()).isEqualTo(product);
    assertThat(answer.at("/result/size/id").asInt()).isEqualTo(SMALL);
    PackingListEntryRecord entry = tables.packingList(event).getFirst();
    assertThat(entry.getCreatedBy()).isEqualTo(user.id());
    assertThat(entry.getLastModifiedOn()).isNull();
    assertThat(history.entries()).isEmpty();
  }

  @Test
  void theSameProductAndSizeAgainReplacesTheNumber() {
    int entry = requests.put(user, event, product, SMALL, 7).ok().at("/result/id").asInt();
    requests.put(user, event, product, LARGE, 2).ok();

    Answer answer = requests.put(user, event, product, SMALL, 3).ok();

    assertThat(answer.at("/result/id").asInt()).isEqualTo(entry);
    assertThat(numbers()).containsExactly(3, 2);
    assertThat(tables.packingList(event).getFirst().getLastModifiedBy()).isEqualTo(user.id());
  }

  @Test
  void noItemsRemoveTheEntry() {
    requests.put(user, event, product, SMALL, 7).ok();

    Answer answer = requests.put(user, event, product, SMALL, 0).ok();

    assertThat(answer.at("/result").isNull()).isTrue();
    assertThat(tables.packingList(event)).isEmpty();
  }

  @Test
  void aNewEntryMayHaveNoItemsYet() {
    Answer answer = requests.put(user, event, product, SMALL, 0).ok();

    assertThat(answer.at("/result/numberOfItems").asInt()).isZero();
    assertThat(numbers()).containsExactly(0);
  }

  @Test
  void anEntryOfADeletedProductMayStillBeChangedAndRemoved() {
    requests.put(user, event, product, SMALL, 7).ok();
    tables.deleteProduct(product);

    requests.put(user, event, product, SMALL, 3).ok();
    assertThat(numbers()).containsExactly(3);
    requests.put(user, event, product, SMALL, 0).ok();
    assertThat(tables.packingList(event)).isEmpty();
    assertRefused(() -> requests.put(user, event, product, SMALL, 3));
  }

  @Test
  void whatCannotBePackedIsNotOnTheList() {
    int foreign = tables.newBase().product();

    assertRefused(() -> requests.put(user, event, product, SMALL, -1));
    assertRefused(() -> requests.put(user, event, product, 999, 3));
    assertRefused(() -> requests.put(user, event, MISSING, SMALL, 3));
    assertRefused(() -> requests.put(user, MISSING, product, SMALL, 3));
    assertRefused(() -> requests.put(TestUser.god(), event, foreign, SMALL, 3));
  }

  @Test
  void theNumberOfAnEntryIsSet() {
    int entry = entry(7);

    Answer answer = requests.updateEntry(user, entry, 0).ok();

    assertThat(answer.at("/result/numberOfItems").asInt()).isZero();
    assertThat(numbers()).containsExactly(0);
    assertThat(tables.packingList(event).getFirst().getLastModifiedBy()).isEqualTo(user.id());
    assertRefused(() -> requests.updateEntry(user, entry, -1));
    assertRefused(() -> requests.updateEntry(user, MISSING, 1));
  }

  @Test
  void anEntryIsRemovedOnce() {
    int entry = entry(7);

    Answer answer = requests.removeEntry(user, entry).ok();

    assertThat(answer.at("/result/id").asInt()).isEqualTo(event);
    assertThat(answer.at("/result/packingListEntries")).isEmpty();
    assertThat(tables.packingList(event)).isEmpty();
    assertRefused(() -> requests.removeEntry(user, entry));
  }

  @Test
  void aProductIsRemovedInAllSizes() {
    int other = tables.newProduct(base.base(), row -> {});
    entry(7);
    requests.put(user, event, product, LARGE, 2).ok();
    requests.put(user, event, other, SMALL, 4).ok();

    assertThat(requests.removeProduct(user, event, product).ok().at("/result").asBoolean())
        .isTrue();
    assertThat(requests.removeProduct(user, event, product).ok().at("/result").asBoolean())
        .isTrue();

    assertThat(numbers()).containsExactly(4);
    assertRefused(() -> requests.removeProduct(user, event, MISSING));
    assertRefused(() -> requests.removeProduct(user, MISSING, product));
  }

  @Test
  void selectedProductsComeInAllTheirSizes() {
    requests.put(user, event, product, SMALL, 7).ok();
    int other = tables.newProduct(base.base(), row -> {});

    Answer answer = requests.select(user, event, List.of(product, other, product), List.of()).ok();

    List<String> sizes = answer.texts("/result/packingListEntries", "size/id");
    assertThat(answer.at("/result/packingListEntries/0/numberOfItems").asInt()).isEqualTo(7);
    assertThat(sizes.size()).isGreaterThan(2).isEven();
    assertThat(numbers().subList(1, numbers().size())).containsOnly(0);
    assertThat(tables.packingList(event))
        .extracting(entry -> entry.getProductId() + " " + entry.getSizeId())
        .doesNotHaveDuplicates();
    assertThat(tables.packingList(event))
        .allMatch(entry -> entry.getState() == PackingListEntryState.NOT_STARTED);
  }

  @Test
  void selectedProductsLeaveTheList() {
    int other = tables.newProduct(base.base(), row -> {});
    requests.select(user, event, List.of(product), List.of()).ok();

    requests.select(user, event, List.of(other), List.of(product, MISSING)).ok();
    assertThat(tables.packingList(event)).allMatch(entry -> entry.getProductId() == other);

    requests.put(user, event, other, SMALL, 7).ok();
    requests.select(user, event, List.of(other), List.of(other)).ok();
    assertThat(numbers()).isNotEmpty().containsOnly(0);
  }

  @Test
  void productsThatCannotBePackedAreNotSelected() {
    int foreign = tables.newBase().product();
    int deleted = tables.newProduct(base.base(), row -> {});
    tables.deleteProduct(deleted);

    for (int bad : List.of(foreign, deleted, MISSING)) {
      assertRefused(() -> requests.select(TestUser.god(), event, List.of(product, bad), List.of()));
    }
    assertRefused(() -> requests.select(user, MISSING, List.of(product), List.of()));
  }

  @Test
  void aDeletedProductThatIsOnTheListStaysAsItIs() {
    requests.put(user, event, product, SMALL, 7).ok();
    tables.deleteProduct(product);

    requests.select(user, event, List.of(product), List.of()).ok();

    assertThat(numbers()).containsExactly(7);
  }

  @Test
  void manyProductsTakeAsManyStatementsAsTwo() {
    List<Integer> few = List.of(product, tables.newProduct(base.base(), row -> {}));
    List<Integer> many =
        IntStream.range(0, 20)
            .mapToObj(number -> tables.newProduct(base.base(), row -> {}))
            .toList();
    requests.select(user, event, List.of(), few).ok();

    List<String> ofFew =
        server.statementsOf(() -> requests.select(user, event, few, List.of()).ok());
    List<String> ofMany =
        server.statementsOf(() -> requests.select(user, event, many, List.of()).ok());

    assertThat(ofMany).hasSameSizeAs(ofFew);
  }

  @ParameterizedTest
  @EnumSource(names = {"RETURN_TRACKING_IN_PROGRESS", "COMPLETED"})
  void theListOfAFinishedEventDoesNotChange(DistributionEventState state) {
    int entry = entry(7);
    tables.setState(event, state);

    assertRefused(() -> requests.put(user, event, product, SMALL, 3));
    assertRefused(() -> requests.put(user, event, product, SMALL, 0));
    assertRefused(() -> requests.updateEntry(user, entry, 3));
    assertRefused(() -> requests.removeEntry(user, entry));
    assertRefused(() -> requests.removeProduct(user, event, product));
    assertRefused(() -> requests.select(user, event, List.of(product), List.of()));
  }

  @Test
  void theListNeedsTheRightInTheBaseOfTheSpot() {
    int entry = entry(7);
    List<TestUser> others =
        List.of(
            base.holding("packing_list_entry:read", "distro_event:read"),
            tables.newBase().coordinator());

    for (TestUser other : others) {
      assertForbidden(() -> requests.put(other, event, product, SMALL, 3));
      assertForbidden(() -> requests.updateEntry(other, entry, 3));
      assertForbidden(() -> requests.removeEntry(other, entry));
      assertForbidden(() -> requests.removeProduct(other, event, product));
      assertForbidden(() -> requests.select(other, event, List.of(product), List.of()));
    }
    assertForbidden(() -> requests.removeEntry(base.holding("packing_list_entry:write"), entry));
    TestUser packer =
        base.holding("packing_list_entry:write", "product:read", "size:read", "stock:read");
    assertThat(requests.put(packer, event, product, SMALL, 3).errors()).isEmpty();
    assertThat(requests.updateEntry(packer, entry, 4).errors()).isEmpty();
    assertThat(requests.removeProduct(packer, event, product).errors()).isEmpty();
    int foreign = tables.newBase().product();
    assertForbidden(() -> requests.removeProduct(packer, event, foreign));
  }

  @Test
  void manyWhoAddTheSameGetOneEntry() {
    List<Answer> answers =
        Crowd.asks(
            32,
            number ->
                number % 4 == 0
                    ? requests.select(user, event, List.of(product), List.of())
                    : requests.put(user, event, product, SMALL, number));

    assertThat(answers).allMatch(answer -> answer.errors().isEmpty());
    assertThat(tables.packingList(event))
        .extracting(entry -> entry.getProductId() + " " + entry.getSizeId())
        .doesNotHaveDuplicates();
  }

  private int entry(int numberOfItems) {
    return requests.put(user, event, product, SMALL, numberOfItems).ok().at("/result/id").asInt();
  }

  private List<Integer> numbers() {
    return tables.packingList(event).stream()
        .map(PackingListEntryRecord::getNumberOfItems)
        .toList();
  }

  private void assertRefused(Supplier<Answer> request) {
    assertThat(tables.unchangedBy(request).errors()).containsExactly(REFUSED);
  }

  private void assertForbidden(Supplier<Answer> request) {
    assertThat(tables.unchangedBy(request).errors()).containsExactly(FORBIDDEN);
  }
}
