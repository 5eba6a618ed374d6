package org.boxtribute.server;

import io.micronaut.runtime.Micronaut;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.boxtribute.server.cli.CommandLine;

/** Starts the server with the configuration in the environment's variables, or runs a command. */
public final class Application {
  private Application() {}

  /** Runs until the process is told to end. */
  public static void main(String[] arguments) {
    OptionalInt status = new CommandLine(System.out, System.err).run(List.of(arguments));
    if (status.isPresent()) {
      System.exit(status.getAsInt());
      return;
    }
    Map<String, Object> properties;
    try {
      properties = Environment.properties(System.getenv());
    } catch (Environment.Invalid invalid) {
      System.err.println("boxtribute-server: " + invalid.getMessage());
      System.exit(1);
      return;
    }
    start(properties, arguments);
  }

  /** Starts the server with the given properties. */
  private static void start(Map<String, Object> properties, String... arguments) {
    builder(arguments).properties(properties).start();
  }

  /** What any server starts with; properties are to be added. */
  public static Micronaut builder(String... arguments) {
    return Micronaut.build(arguments).mainClass(Application.class).banner(false);
  }
}
