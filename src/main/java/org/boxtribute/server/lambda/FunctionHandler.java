package org.boxtribute.server.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.boxtribute.server.Environment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What AWS Lambda calls: {@code org.boxtribute.server.lambda.FunctionHandler}. It is configured by
 * the same environment variables as the server.
 */
public final class FunctionHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FunctionHandler.class);

  private final ReentrantLock starting = new ReentrantLock();
  private @Nullable HttpFunction function;

  /**
   * Starts the application, without a transport. If the database cannot be reached, the first
   * request that finds it starts the application: its absence must not fail a deployment.
   *
   * @throws Environment.Invalid if a variable is missing or malformed, after a line that names it
   */
  public FunctionHandler() {
    try {
      function = start();
    } catch (RuntimeException failure) {
      if (!isOfTheDatabase(failure)) {
        throw failure;
      }
      LOG.error("Started without the database", failure);
    }
  }

  private static HttpFunction start() {
    return FunctionApplication.start(System.getenv()).getBean(HttpFunction.class);
  }

  private static boolean isOfTheDatabase(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return true;
      }
    }
    return false;
  }

  private HttpFunction started() {
    starting.lock();
    try {
      HttpFunction known = function;
      if (known == null) {
        known = start();
        function = known;
      }
      return known;
    } finally {
      starting.unlock();
    }
  }

  /**
   * Answers one event.
   *
   * @throws IOException if the answer cannot be returned
   */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    try {
      started().answer(input, output, context);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("The function was interrupted", interruption);
    }
  }
}
