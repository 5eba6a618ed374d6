package org.boxtribute.server;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Dockerfile, read as an engine reads it: as much of its language as this project's file uses.
 * What it does not know is refused.
 */
record ContainerFile(Map<String, String> arguments, List<Stage> stages) {
  private static final Set<String> KNOWN =
      Set.of(
          "FROM",
          "ARG",
          "WORKDIR",
          "COPY",
          "RUN",
          "ENV",
          "EXPOSE",
          "USER",
          "STOPSIGNAL",
          "HEALTHCHECK",
          "ENTRYPOINT");

  private static final Pattern FROM = Pattern.compile("(\\S+)(?: AS (\\S+))?");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"");

  /** One line of a stage. */
  record Instruction(String name, String text) {

    /** The words of a list in JSON, after what stands before it. */
    List<String> words() {
      String list = text.substring(text.indexOf('['));
      if (!list.matches("\\[(\"[^\"\\\\]*\"(, |]$))+")) {
        throw new IllegalArgumentException("No list of words: " + text);
      }
      return QUOTED.matcher(list).results().map(word -> word.group(1)).toList();
    }
  }

  /** What is done to an image. */
  record Stage(String image, @Nullable String name, List<Instruction> instructions) {

    /** The text of the instruction of which there is one. */
    Instruction only(String instruction) {
      List<Instruction> found = all(instruction);
      if (found.size() != 1) {
        throw new IllegalArgumentException(found.size() + " times " + instruction);
      }
      return found.getFirst();
    }

    List<Instruction> all(String instruction) {
      return instructions.stream().filter(each -> each.name.equals(instruction)).toList();
    }
  }

  static ContainerFile read(Path file) throws IOException {
    Map<String, String> arguments = new LinkedHashMap<>();
    List<Stage> stages = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split(" ", 2);
      Instruction instruction = new Instruction(parts[0], parts[1]);
      if (!KNOWN.contains(instruction.name) || line.endsWith("\\")) {
        throw new IllegalArgumentException("Not understood: " + line);
      }
      switch (instruction.name) {
        case "ARG" -> arguments.put(parts[1].split("=", 2)[0], parts[1].split("=", 2)[1]);
        case "FROM" -> stages.add(stage(parts[1], arguments));
        default -> stages.getLast().instructions.add(instruction);
      }
    }
    return new ContainerFile(arguments, stages);
  }

  private static Stage stage(String text, Map<String, String> arguments) {
    Matcher from = FROM.matcher(text);
    if (!from.matches()) {
      throw new IllegalArgumentException("Not understood: FROM " + text);
    }
    String image = from.group(1);
    for (Map.Entry<String, String> argument : arguments.entrySet()) {
      image = image.replace("${" + argument.getKey() + "}", argument.getValue());
    }
    return new Stage(image, from.group(2), new ArrayList<>());
  }

  /**
   * Whether a path of the project is sent to the engine, by a .dockerignore: the last rule wins.
   */
  static boolean isSent(Path ignoreFile, Path path) throws IOException {
    boolean sent = true;
    for (String line : Files.readAllLines(ignoreFile)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        boolean brings = line.startsWith("!");
        sent = matches(brings ? line.substring(1) : line, path) ? brings : sent;
      }
    }
    return sent;
  }

  private static boolean matches(String pattern, Path path) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    for (int names = 1; names <= path.getNameCount(); names++) {
      if (matcher.matches(path.subpath(0, names))) {
        return true;
      }
    }
    return false;
  }
}
