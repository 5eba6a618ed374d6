package org.boxtribute.server.testing;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What tests call the rows that they add: never the same twice in a run of the tests, and nothing
 * that the server would draw. Numbers begin above those of eight digits, which the server prints on
 * boxes.
 */
public final class Unique {
  private static final AtomicInteger NEXT = new AtomicInteger(200_000_000);

  private Unique() {}

  /** The label of a box. */
  public static String label() {
    return String.valueOf(NEXT.getAndIncrement());
  }

  /** A name that begins with what it names. */
  public static String name(String kind) {
    return kind + " " + NEXT.getAndIncrement();
  }
}
