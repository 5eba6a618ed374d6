package org.boxtribute.server.graphql.execution;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All objects of a level that have one selection and object type, and their sources. */
final class Group {
  private final SelectionPlan plan;
  private final List<@Nullable Object> sources = new ArrayList<>();
  private final List<ResultObject> objects = new ArrayList<>();
  private final @Nullable Map<Object, ResultObject> shared;

  Group(SelectionPlan plan) {
    this.plan = plan;
    this.shared = plan.isPure() ? new IdentityHashMap<>() : null;
  }

  SelectionPlan plan() {
    return plan;
  }

  int size() {
    return objects.size();
  }

  ResultObject object(int i) {
    return objects.get(i);
  }

  /** The source of an object; only the root may have none. */
  @Nullable Object sourceOrNone(int i) {
    return sources.get(i);
  }

  /** The source of an object, for a field that reads it. */
  Object source(int i) {
    Object source = sources.get(i);
    if (source == null) {
      throw new IllegalStateException("There is no source object");
    }
    return source;
  }

  /** Adds an object, or finds it where equal sources have equal objects. */
  ResultObject add(
      @Nullable Object source,
      @Nullable Object localContext,
      @Nullable Container parent,
      int position) {
    if (shared == null || source == null) {
      return added(source, localContext, parent, position);
    }
    ResultObject known = shared.get(source);
    if (known == null) {
      known = added(source, localContext, parent, position);
      shared.put(source, known);
    }
    return known;
  }

  private ResultObject added(
      @Nullable Object source,
      @Nullable Object localContext,
      @Nullable Container parent,
      int position) {
    ResultObject object = new ResultObject(plan, localContext, parent, position);
    sources.add(source);
    objects.add(object);
    return object;
  }
}
