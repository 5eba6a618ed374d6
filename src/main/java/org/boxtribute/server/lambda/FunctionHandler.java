package org.boxtribute.server.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.boxtribute.server.Environment;

/**
 * What AWS Lambda calls: {@code org.boxtribute.server.lambda.FunctionHandler}. It is configured by
 * the same environment variables as the server.
 */
public final class FunctionHandler implements RequestStreamHandler {
  private final HttpFunction function;

  /**
   * Starts the application, without a transport.
   *
   * @throws Environment.Invalid if a variable is missing or malformed, after a line that names it
   */
  public FunctionHandler() {
    this(FunctionApplication.start(System.getenv()));
  }

  FunctionHandler(ApplicationContext application) {
    this.function = application.getBean(HttpFunction.class);
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
      function.answer(input, output, context);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("The function was interrupted", interruption);
    }
  }
}
