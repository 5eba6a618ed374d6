package org.boxtribute.server.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many clients who ask at the same time. */
public final class Crowd {
  private Crowd() {}

  /**
   * Makes each of the clients ask once.
   *
   * @param request what a client asks, by its number, from 0
   * @return the answers, in the order of the clients
   */
  public static List<Answer> asks(int clients, IntFunction<Answer> request) {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> futures =
          IntStream.range(0, clients)
              .mapToObj(number -> executor.submit(() -> request.apply(number)))
              .toList();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> future : futures) {
        answers.add(future.get());
      }
      return answers;
    } catch (ExecutionException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
