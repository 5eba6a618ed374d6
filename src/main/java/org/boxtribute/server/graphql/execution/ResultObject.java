package org.boxtribute.server.graphql.execution;

import graphql.execution.ResultPath;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of the response. Its keys are those of the selection, in the selection's order, and are
 * shared by all objects of it; only the values are its own.
 */
public final class ResultObject extends AbstractMap<String, @Nullable Object> implements Container {
  private final SelectionPlan plan;
  private final @Nullable Object[] values;
  private final @Nullable Object localContext;
  private final @Nullable Container parent;
  private final int position;
  private boolean broken;
  private boolean clean;

  ResultObject(
      SelectionPlan plan, @Nullable Object localContext, @Nullable Container parent, int position) {
    this.plan = plan;
    this.values = new Object[plan.fields().length];
    this.localContext = localContext;
    this.parent = parent;
    this.position = position;
  }

  SelectionPlan plan() {
    return plan;
  }

  @Nullable Object localContext() {
    return localContext;
  }

  /** The keys, one instance for all objects of a selection. */
  public List<String> keys() {
    return plan.keys();
  }

  private String key(int at) {
    return plan.keys().get(at);
  }

  /** The value at a position. */
  public @Nullable Object value(int at) {
    return values[at];
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public @Nullable Object completed(int at) {
    return values[at];
  }

  @Override
  public void complete(int at, @Nullable Object value) {
    values[at] = value;
  }

  @Override
  public @Nullable Container parent() {
    return parent;
  }

  @Override
  public int position() {
    return position;
  }

  @Override
  public ResultPath path(ResultPath place, int at) {
    return place.segment(key(at));
  }

  @Override
  public boolean isBroken() {
    return broken;
  }

  @Override
  public void breakUp() {
    broken = true;
  }

  @Override
  public boolean isClean() {
    return clean;
  }

  @Override
  public void markClean() {
    clean = true;
  }

  @Override
  public boolean containsKey(Object key) {
    return indexOf(key) >= 0;
  }

  @Override
  public @Nullable Object get(Object key) {
    int index = indexOf(key);
    return index < 0 ? null : value(index);
  }

  private int indexOf(Object key) {
    for (int i = 0; i < values.length; i++) {
      if (key(i).equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < values.length;
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          int at = next++;
          return new SimpleImmutableEntry<>(key(at), value(at));
        }
      };
    }
  }
}
