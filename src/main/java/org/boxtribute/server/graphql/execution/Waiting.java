package org.boxtribute.server.graphql.execution;

import java.util.ArrayList;
import java.util.List;

/** The fields of a level whose values are looked up or computed elsewhere. */
final class Waiting {
  private final Run run;
  private final List<Runnable> work = new ArrayList<>();
  private final List<Runnable> completions = new ArrayList<>();

  Waiting(Run run) {
    this.run = run;
  }

  /** Completes a field when the answers that it wants are there. */
  void forAnswers(Runnable completion) {
    completions.add(completion);
  }

  /** Completes a field after work that blocks, and is done beside that of other fields. */
  void forWork(Runnable blocking, Runnable completion) {
    work.add(blocking);
    completions.add(completion);
  }

  /** Waits for everything, then completes the fields in the order in which they came. */
  void end() {
    run.answers().await(work);
    for (Runnable completion : completions) {
      Cancellation.throwIfRequested(run.execution());
      completion.run();
    }
  }
}
