package org.boxtribute.server.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what was tested, as the build's last word, from what each process that ran tests wrote down.
 *
 * <p>Arguments: the folder where they did, and when the build began, for what is older is of
 * another build.
 */
final class Tested {
  private Tested() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    if (!Files.exists(folder)) {
      return;
    }
    Map<String, List<Properties>> runs;
    try (Stream<Path> files = Files.list(folder)) {
      runs =
          files
              .map(Tested::read)
              .filter(run -> end(run).isAfter(Instant.parse(arguments[1])))
              .collect(
                  Collectors.groupingBy(
                      run -> run.getProperty("run"), TreeMap::new, Collectors.toList()));
    }
    runs.forEach(Tested::print);
  }

  private static void print(String name, List<Properties> processes) {
    System.out.printf(
        "%s: %d passed, %d failed, %d skipped%n",
        name, sum(processes, "passed"), sum(processes, "failed"), sum(processes, "skipped"));
    Instant start = processes.stream().map(Tested::start).min(Instant::compareTo).orElseThrow();
    Instant end = processes.stream().map(Tested::end).max(Instant::compareTo).orElseThrow();
    String databases =
        processes.stream()
            .map(run -> run.getProperty("database", ""))
            .filter(database -> !database.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .map(database -> ", on " + database)
            .collect(Collectors.joining());
    System.out.printf("    in %d s%s%n", Duration.between(start, end).toSeconds(), databases);
  }

  private static Properties read(Path file) {
    Properties run = new Properties();
    try (InputStream content = Files.newInputStream(file)) {
      run.load(content);
    } catch (IOException failure) {
      throw new IllegalStateException(file + " cannot be read", failure);
    }
    return run;
  }

  private static int sum(List<Properties> processes, String count) {
    return processes.stream().mapToInt(run -> Integer.parseInt(run.getProperty(count))).sum();
  }

  private static Instant start(Properties run) {
    return Instant.parse(run.getProperty("start"));
  }

  private static Instant end(Properties run) {
    return Instant.parse(run.getProperty("end"));
  }
}
