package org.boxtribute.server.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * One process that runs tests. What they share lives until it ends, and is then closed in the
 * opposite order of its start: the servers, then the database. At the end it writes down what was
 * tested, for the build's last word; the system properties {@code test.run} and {@code test.report}
 * say under which name and where.
 */
public final class TestRun implements LauncherSessionListener {
  private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();
  private static final Map<String, String> FACTS = new ConcurrentHashMap<>();

  private final Instant start = Instant.now();
  private final Count count = new Count();

  /** Keeps something open until the end. */
  static <T extends AutoCloseable> T untilTheEnd(T resource) {
    synchronized (OPEN) {
      if (OPEN.isEmpty()) {
        // Closes what is open still when the process is told to end before its tests have ended.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(TestRun::closeAll));
      }
      OPEN.push(resource);
      return resource;
    }
  }

  /** Has something stand in the report of this run, for example its database. */
  static void report(String name, String fact) {
    FACTS.put(name, fact);
  }

  private static List<String> logs() {
    List<String> logs = new ArrayList<>(List.of(System.getProperty("test.log", "target/test.log")));
    Optional.ofNullable(FACTS.get("log")).ifPresent(logs::add);
    return logs;
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    session.getLauncher().registerTestExecutionListeners(count);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    closeAll();
    if (count.passed.get() + count.failed.get() == 0) {
      return;
    }
    write();
    System.out.printf(
        "%s: %d passed, %d failed, %d skipped%n",
        name(), count.passed.get(), count.failed.get(), count.skipped.get());
    if (count.failed.get() > 0) {
      System.out.println("Logs of this run: " + String.join(", ", logs()));
    }
  }

  private static void closeAll() {
    synchronized (OPEN) {
      while (!OPEN.isEmpty()) {
        AutoCloseable resource = OPEN.pop();
        try {
          resource.close();
        } catch (Exception failure) {
          System.err.println("Not closed: " + resource + ", for " + failure);
        }
      }
    }
  }

  private static String name() {
    return System.getProperty("test.run", "tests");
  }

  private void write() {
    Properties report = new Properties();
    report.putAll(FACTS);
    report.setProperty("run", name());
    report.setProperty("start", start.toString());
    report.setProperty("end", Instant.now().toString());
    report.setProperty("passed", count.passed.toString());
    report.setProperty("failed", count.failed.toString());
    report.setProperty("skipped", count.skipped.toString());
    Path file = Path.of(System.getProperty("test.report", "target/tested/tests.properties"));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream output = Files.newOutputStream(file)) {
        report.store(output, null);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Tells of each failure at once and in full, and in the end where to read what led to it. */
  private static final class Count implements TestExecutionListener {
    private static final int MAX_TOLD_IN_FULL = 25;

    final AtomicInteger passed = new AtomicInteger();
    final AtomicInteger failed = new AtomicInteger();
    final AtomicInteger skipped = new AtomicInteger();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      skipped.incrementAndGet();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      boolean inContainer = !test.isTest();
      result
          .getThrowable()
          .filter(thrown -> failed(result))
          .ifPresent(thrown -> tell(test, thrown));
      switch (result.getStatus()) {
        case SUCCESSFUL -> passed.addAndGet(inContainer ? 0 : 1);
        case FAILED -> failed.incrementAndGet();
        case ABORTED -> skipped.incrementAndGet();
      }
    }

    private static boolean failed(TestExecutionResult result) {
      return result.getStatus() == TestExecutionResult.Status.FAILED;
    }

    /** What follows from a database that does not start would fill the terminal thousandfold. */
    private void tell(TestIdentifier test, Throwable thrown) {
      if (failed.get() >= MAX_TOLD_IN_FULL) {
        System.out.println("FAILED: " + name(test) + ": " + thrown);
        return;
      }
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      System.out.println("FAILED: " + name(test) + "\n" + trace);
    }

    private static String name(TestIdentifier test) {
      String name =
          switch (test.getSource().orElse(null)) {
            case MethodSource method ->
                method.getJavaClass().getSimpleName() + "." + method.getMethodName();
            case ClassSource type -> type.getJavaClass().getSimpleName();
            case null, default -> "";
          };
      return name.endsWith(test.getDisplayName()) ? name : name + " " + test.getDisplayName();
    }
  }
}
