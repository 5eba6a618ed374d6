package org.boxtribute.server.testing;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;

/**
 * Has the server draw numbers from the upper half of their range, its last excepted: the demo's
 * boxes and those that tests give a number of their choice are in the lower one, and the last is
 * what tests call a box that is not there.
 */
@Singleton
final class UpperHalf implements BeanCreatedEventListener<RandomGenerator> {

  @Override
  public RandomGenerator onCreated(BeanCreatedEvent<RandomGenerator> event) {
    RandomGenerator server = event.getBean();
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return server.nextLong();
      }

      @Override
      public int nextInt(int bound) {
        int half = bound / 2;
        return half + server.nextInt(bound - half - 1);
      }
    };
  }
}
