package org.boxtribute.server.testing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Records the statements that the server sends. */
@Singleton
public final class StatementCounter implements ExecuteListener {
  private static final long serialVersionUID = 1L;

  private final transient List<String> statements = new CopyOnWriteArrayList<>();
  private volatile boolean paused;

  @Override
  public void executeStart(ExecuteContext context) {
    String sql = context.sql();
    if (sql != null && !paused) {
      statements.add(sql);
    }
  }

  /** Does something whose statements do not count. */
  public void uncounted(Runnable work) {
    paused = true;
    try {
      work.run();
    } finally {
      paused = false;
    }
  }

  /** Forgets all statements so far. */
  public void reset() {
    statements.clear();
  }

  /** The statements since the last reset. */
  public List<String> statements() {
    return List.copyOf(statements);
  }
}
