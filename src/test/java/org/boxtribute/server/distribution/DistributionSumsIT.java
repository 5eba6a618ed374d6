package org.boxtribute.server.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.distribution.DistributionEventTrackingFlowDirection.BACK_TO_BOX;
import static org.boxtribute.server.distribution.DistributionEventTrackingFlowDirection.IN;
import static org.boxtribute.server.distribution.DistributionEventTrackingFlowDirection.OUT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingEntryRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnboxedItemsCollectionRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

/**
 * Whatever many clients ask for at once, and in whatever order, no item is created or lost: those
 * in boxes, those unboxed, and those that went out and are in no box again are as many of each
 * product and size as before, but for those that somebody said to take off what is unboxed.
 */
final class DistributionSumsIT {
  private static final int CLIENTS = 24;
  private static final int ROUNDS = 6;
  private static final int EVENTS = 4;
  private static final int BOXES = 8;
  private static final int STEPS = 11;
  private static final String RETURNED = "ReturnedFromDistribution";
  private static final String REFUSED = "BAD_USER_INPUT result";

  private final TestServer server = TestServer.forWrites();
  private final DistributionTables tables = new DistributionTables(server);
  private final DistributionRequests requests = new DistributionRequests(server);
  private final DistributionBase base = tables.newBase();
  private final TestUser user = base.coordinator();
  private final int otherProduct = tables.newProduct(base.base(), row -> {});
  private final List<BoxRecord> boxes = IntStream.range(0, BOXES).mapToObj(this::box).toList();
  private final List<Integer> events =
      IntStream.range(0, EVENTS)
          .mapToObj(number -> tables.newEvent(base.spot(), DistributionEventState.PACKING))
          .toList();
  private final Map<Integer, Integer> groups = new ConcurrentHashMap<>();
  private final Map<String, Integer> takenOff = new ConcurrentHashMap<>();
  private final LongAdder successes = new LongAdder();

  @Test
  void itemsAreNeverCreatedOrLost() {
    Map<String, Integer> before = sums();
    long seed = System.nanoTime();

    for (int round = 0; round < ROUNDS; round++) {
      long seedOfRound = seed + 1000L * round;
      Crowd.asks(CLIENTS, number -> steps(new Random(seedOfRound + number)));

      assertThat(sums()).as("seed %d, round %d", seed, round).isEqualTo(before);
      assertNothingIsBelowZero();
    }
    assertThat(successes.intValue()).as("seed %d", seed).isPositive();
  }

  /** Some requests one after the other; the answer to the last. */
  private Answer steps(Random random) {
    Answer answer = counted(step(random));
    for (int number = 0; number < 5; number++) {
      answer = counted(step(random));
    }
    return answer;
  }

  private Answer counted(Answer answer) {
    assertThat(answer.errors()).isSubsetOf(REFUSED);
    if (answer.errors().isEmpty()) {
      successes.increment();
    }
    return answer;
  }

  private Answer step(Random random) {
    BoxRecord box = boxes.get(random.nextInt(BOXES));
    int event = events.get(random.nextInt(EVENTS));
    int items = random.nextInt(-1, 6);
    int group = groups.isEmpty() ? 0 : anyGroup(random);
    return switch (random.nextInt(STEPS)) {
      case 0 -> requests.assign(user, box, event);
      case 1 -> requests.unassign(user, box, event);
      case 2, 3, 4 -> requests.unbox(user, box, event, items);
      case 5 -> takeOff(random, event, items);
      case 6 -> requests.setState(user, event, random.nextInt(4) == 0 ? RETURNED : "OnDistro");
      case 7 -> track(List.of(event, events.get(random.nextInt(EVENTS))));
      case 8 -> requests.setReturned(user, group, box.getProductId(), box.getSizeId(), 3 * items);
      case 9 -> requests.rebox(user, group, box, items);
      default -> random.nextInt(8) == 0 ? requests.complete(user, group) : track(List.of(event));
    };
  }

  private Answer track(List<Integer> some) {
    Answer answer = requests.track(user, base.base(), some);
    if (answer.errors().isEmpty()) {
      int group = answer.at("/result/id").asInt();
      groups.put(group, group);
    }
    return answer;
  }

  private Answer takeOff(Random random, int event, int items) {
    List<UnboxedItemsCollectionRecord> unboxed = tables.unboxed(event);
    if (unboxed.isEmpty()) {
      return requests.setState(user, event, RETURNED);
    }
    UnboxedItemsCollectionRecord some = unboxed.get(random.nextInt(unboxed.size()));
    Answer answer = requests.removeUnboxed(user, some.getId(), items);
    if (answer.errors().isEmpty()) {
      takenOff.merge(kind(some.getProductId(), some.getSizeId()), items, Integer::sum);
    }
    return answer;
  }

  private int anyGroup(Random random) {
    List<Integer> ids = new ArrayList<>(groups.keySet());
    return ids.get(random.nextInt(ids.size()));
  }

  private BoxRecord box(int number) {
    return tables.newBox(
        base,
        row -> {
          row.setProductId(number % 2 == 0 ? base.product() : otherProduct);
          row.setSizeId(number % 4 < 2 ? DistributionTables.SMALL : DistributionTables.LARGE);
          row.setNumberOfItems(12);
        });
  }

  private Map<String, Integer> sums() {
    Map<String, Integer> sums = new TreeMap<>(takenOff);
    for (BoxRecord box : tables.boxes(base.shelf())) {
      sums.merge(
          kind(box.getProductId(), Objects.requireNonNull(box.getSizeId())),
          box.getNumberOfItems(),
          Integer::sum);
    }
    for (int event : events) {
      for (UnboxedItemsCollectionRecord items : tables.unboxed(event)) {
        sums.merge(
            kind(items.getProductId(), items.getSizeId()), items.getNumberOfItems(), Integer::sum);
      }
    }
    for (int group : groups.keySet()) {
      for (DistributionEventsTrackingEntryRecord entry : tables.entries(group)) {
        int sign =
            entry.getFlowDirection() == OUT ? 1 : entry.getFlowDirection() == BACK_TO_BOX ? -1 : 0;
        sums.merge(
            kind(entry.getProductId(), entry.getSizeId()),
            sign * entry.getNumberOfItems(),
            Integer::sum);
      }
    }
    return sums;
  }

  private void assertNothingIsBelowZero() {
    assertThat(tables.boxes(base.shelf())).allMatch(box -> box.getNumberOfItems() >= 0);
    for (int event : events) {
      assertThat(tables.unboxed(event)).allMatch(items -> items.getNumberOfItems() >= 0);
    }
    for (int group : groups.keySet()) {
      Map<String, Integer> out = counted(group, OUT);
      Map<String, Integer> in = counted(group, IN);
      counted(group, BACK_TO_BOX)
          .forEach((kind, back) -> assertThat(back).isLessThanOrEqualTo(in.getOrDefault(kind, 0)));
      in.forEach(
          (kind, returned) -> assertThat(returned).isLessThanOrEqualTo(out.getOrDefault(kind, 0)));
    }
  }

  private Map<String, Integer> counted(
      int group, DistributionEventTrackingFlowDirection direction) {
    Map<String, Integer> counted = new TreeMap<>();
    for (DistributionEventsTrackingEntryRecord entry : tables.entries(group)) {
      if (entry.getFlowDirection() == direction) {
        counted.merge(
            kind(entry.getProductId(), entry.getSizeId()), entry.getNumberOfItems(), Integer::sum);
      }
    }
    return counted;
  }

  private static String kind(int product, int size) {
    return product + "/" + size;
  }
}
