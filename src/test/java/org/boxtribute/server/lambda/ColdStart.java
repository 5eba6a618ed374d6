package org.boxtribute.server.lambda;

import org.boxtribute.server.persistence.DatabaseAddress;

/** A packaged function on its way to its first answer, for who measures it. */
public final class ColdStart implements AutoCloseable {
  private final FunctionProcess function;

  private ColdStart(FunctionProcess function) {
    this.function = function;
  }

  /**
   * Starts a function.
   *
   * @param options of {@code src/lambda/run}
   */
  public static ColdStart begin(DatabaseAddress database, String... options) {
    return new ColdStart(FunctionProcess.start(FunctionProcess.variables(database), options));
  }

  /** The size of what is deployed, in bytes. */
  public static long zipBytes() {
    return FunctionProcess.zip().toFile().length();
  }

  /** Sends an event with a request as soon as the function asks for one; the answer's payload. */
  public String answer(String token, String request) {
    function.api().awaitInitialisation();
    return function
        .api()
        .invoke(
            Events.HTTP_API.json(Call.graphQl("/graphql", token, request)),
            RuntimeApi.TIME_FOR_AN_INVOCATION)
        .response();
  }

  /** The process that runs the function's code. */
  public ProcessHandle handle() {
    return function.handle();
  }

  @Override
  public void close() {
    function.close();
  }
}
