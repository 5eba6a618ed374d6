package org.boxtribute.server.graphql.execution;

import graphql.execution.ResultPath;
import java.util.AbstractList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list of the response. */
public final class ResultList extends AbstractList<@Nullable Object> implements Container {
  private final @Nullable Object[] items;
  private final Container parent;
  private final int position;
  private boolean broken;
  private boolean clean;

  ResultList(int size, Container parent, int position) {
    this.items = new Object[size];
    this.parent = parent;
    this.position = position;
  }

  @Override
  public @Nullable Object get(int at) {
    return items[Objects.checkIndex(at, items.length)];
  }

  @Override
  public int size() {
    return items.length;
  }

  @Override
  public @Nullable Object completed(int at) {
    return items[at];
  }

  @Override
  public void complete(int at, @Nullable Object value) {
    items[at] = value;
  }

  @Override
  public Container parent() {
    return parent;
  }

  @Override
  public int position() {
    return position;
  }

  @Override
  public ResultPath path(ResultPath place, int at) {
    return place.segment(at);
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
}
