package org.boxtribute.server.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Answers events. Safe to share between threads. */
@Singleton
@Requires(env = "function")
final class HttpFunction {
  private final EventReader reader;
  private final RequestRun run;
  private final AnswerWriter writer;

  HttpFunction(EventReader reader, RequestRun run, AnswerWriter writer) {
    this.reader = reader;
    this.run = run;
    this.writer = writer;
  }

  /**
   * Answers one event.
   *
   * @param context tells how much time is left; null for any amount
   * @throws MalformedEvent if it is not that of an HTTP request
   */
  void answer(InputStream input, OutputStream output, @Nullable Context context)
      throws IOException, InterruptedException {
    FunctionEvent event = reader.read(input);
    writer.write(run.answer(event, context), event.version(), output);
  }
}
