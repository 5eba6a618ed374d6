package org.boxtribute.server.graphql.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one depth of the response, grouped by selection and object type. Running a level
 * fetches and completes all their fields, and gives the objects below them as the next level.
 */
final class Level {
  private final Run run;
  private final Map<SelectionPlan, Group> groups = new LinkedHashMap<>();

  Level(Run run) {
    this.run = run;
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  /** Adds an object, or finds it where its selection needs equal objects only once. */
  ResultObject add(
      SelectionPlan plan,
      @Nullable Object source,
      @Nullable Object localContext,
      @Nullable Container parent,
      int position) {
    return groups.computeIfAbsent(plan, Group::new).add(source, localContext, parent, position);
  }

  /** Fetches and completes the fields of all objects of this level. */
  Level run() {
    Level next = new Level(run);
    Waiting waiting = new Waiting(run);
    for (Group group : groups.values()) {
      Cancellation.throwIfRequested(run.execution());
      for (int at = 0; at < group.plan().fields().length; at++) {
        new Column(run, group, at, next).fetch(waiting);
      }
    }
    waiting.end();
    return next;
  }
}
