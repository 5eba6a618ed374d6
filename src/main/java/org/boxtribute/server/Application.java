package org.boxtribute.server;

import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.context.exceptions.DependencyInjectionException;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.exceptions.ApplicationStartupException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.boxtribute.server.cli.CommandLine;
import org.boxtribute.server.graphql.document.ManifestFault;

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
    try {
      ServerOptions options = ServerOptions.of(List.of(arguments), System.getenv());
      start(Environment.properties(options.variables()), options.rest().toArray(String[]::new));
    } catch (Environment.Invalid | ManifestFault fault) {
      System.err.println("boxtribute-server: " + fault.getMessage());
      System.exit(1);
    }
  }

  /** Starts the server with the given properties. */
  private static void start(Map<String, Object> properties, String... arguments) {
    Micronaut server = builder(arguments).properties(properties);
    server.mapError(ManifestFault.class, Application::statusOf);
    server.mapError(BeanInstantiationException.class, Application::statusOf);
    server.mapError(DependencyInjectionException.class, Application::statusOf);
    try {
      server.start();
    } catch (ApplicationStartupException failure) {
      throw manifestFault(failure).orElseThrow(() -> failure);
    }
  }

  /** Micronaut logs a failure and ends the process, unless the status says that all is well. */
  private static int statusOf(Throwable failure) {
    return manifestFault(failure).isPresent() ? 0 : 1;
  }

  private static Optional<RuntimeException> manifestFault(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ManifestFault fault) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /** What any server starts with; properties are to be added. */
  public static Micronaut builder(String... arguments) {
    return Micronaut.build(arguments).mainClass(Application.class).banner(false);
  }
}
