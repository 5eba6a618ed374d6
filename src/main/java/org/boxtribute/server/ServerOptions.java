package org.boxtribute.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server's own options. Each stands for a variable, and adds to what that says.
 *
 * @param variables the environment's variables, with what the options add
 * @param rest what are no such options
 */
record ServerOptions(Map<String, String> variables, List<String> rest) {
  private static final String DOCUMENTS = "--documents";

  /**
   * Reads the words after the jar's name.
   *
   * @throws Environment.Invalid if an option lacks its value
   */
  static ServerOptions of(List<String> words, Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    List<String> rest = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (word.equals(DOCUMENTS)) {
        at++;
        addDocuments(at < words.size() ? words.get(at) : null, variables);
      } else if (word.startsWith(DOCUMENTS + "=")) {
        addDocuments(word.substring(DOCUMENTS.length() + 1), variables);
      } else {
        rest.add(word);
      }
    }
    return new ServerOptions(Map.copyOf(variables), List.copyOf(rest));
  }

  private static void addDocuments(@Nullable String file, Map<String, String> variables) {
    if (file == null || file.isBlank() || file.startsWith("--")) {
      throw new Environment.Invalid(DOCUMENTS + " needs a file");
    }
    variables.merge("BOXTRIBUTE_DOCUMENTS", file, (before, added) -> before + "," + added);
  }
}
