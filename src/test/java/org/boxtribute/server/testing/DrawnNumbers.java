package org.boxtribute.server.testing;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Has the server under test draw numbers that meet no others: none twice, for that would cost a
 * statement more than the tests count on, and all from the upper half of the range, its last number
 * excepted. The demo's boxes and those that tests give a number of their choice are in the lower
 * half, and the last number is what tests call a box that is not there.
 */
@Singleton
final class DrawnNumbers implements BeanCreatedEventListener<RandomGenerator> {

  @Override
  public RandomGenerator onCreated(BeanCreatedEvent<RandomGenerator> event) {
    return new Sequence(event.getBean());
  }

  /** Steps through a range, from wherever the server's own generator says. */
  private static final class Sequence implements RandomGenerator {
    /**
     * A prime number, so that all of a range that it does not divide is visited before any again.
     */
    private static final long STEP = 15_485_863;

    private final RandomGenerator server;
    private final AtomicLong next;

    Sequence(RandomGenerator server) {
      this.server = server;
      this.next = new AtomicLong(server.nextInt(Integer.MAX_VALUE));
    }

    @Override
    public long nextLong() {
      return server.nextLong();
    }

    @Override
    public int nextInt(int bound) {
      int half = bound / 2;
      return half + (int) (next.getAndAdd(STEP) % (bound - half - 1));
    }
  }
}
