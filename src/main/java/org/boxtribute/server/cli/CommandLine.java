package org.boxtribute.server.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;

/** Runs the command that the words after the jar's name ask for. */
public final class CommandLine {
  private static final int SUCCESS = 0;
  private static final int WRONG_USE = 2;
  private static final List<String> FOR_HELP = List.of("--help", "-h", "help");

  private static final String HELP =
      """
      Usage: java -jar boxtribute-server.jar [OPTION]...
             java -jar boxtribute-server.jar schema full|query|public [--introspection]

      Without a command, the server starts; environment variables configure it.

      schema             prints the GraphQL schema of the web app (full), of partners
                         (query) or of everyone (public), and needs no database
        --introspection  as the JSON that answers the introspection query, not as SDL
      --documents FILE   trusts the documents of a front-end's manifest, as the variable
                         BOXTRIBUTE_DOCUMENTS does
      --help             prints this
      """;

  private final PrintStream output;
  private final PrintStream errors;

  /**
   * A command line.
   *
   * @param output where the results of commands go
   * @param errors where it is told that something is wrong, in one line
   */
  public CommandLine(PrintStream output, PrintStream errors) {
    this.output = output;
    this.errors = errors;
  }

  /** A command is used in a way that it does not know; the message is one line. */
  static final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Runs a command.
   *
   * @return the status that the process is to end with; empty if no command was asked for, so that
   *     the server is to be started
   */
  public OptionalInt run(List<String> words) {
    if (!words.isEmpty() && FOR_HELP.contains(words.getFirst())) {
      output.print(HELP);
      output.flush();
      return OptionalInt.of(SUCCESS);
    }
    if (words.isEmpty() || words.getFirst().startsWith("-")) {
      return OptionalInt.empty();
    }
    try {
      run(words.getFirst(), words.subList(1, words.size()));
      return OptionalInt.of(SUCCESS);
    } catch (WrongUse wrong) {
      errors.println("boxtribute-server: " + wrong.getMessage());
      return OptionalInt.of(WRONG_USE);
    }
  }

  private void run(String command, List<String> words) {
    if (!command.equals("schema")) {
      throw new WrongUse("There is no command '" + command + "'; there is schema, and --help");
    }
    if (words.stream().anyMatch(FOR_HELP::contains)) {
      output.print(HELP);
      output.flush();
      return;
    }
    SchemaCommand.of(words).print(output);
  }
}
