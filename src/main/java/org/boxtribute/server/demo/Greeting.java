package org.boxtribute.server.demo;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.boxtribute.server.demo.DemoUsers.DemoUser;

/** What the demo says to whoever started it, one start each. */
final class Greeting {
  private static final String QUERY = "{ bases { name instockBoxesCount locations { name } } }";

  private final PrintStream out;
  private final Clock clock;
  private final Instant begin;
  private Instant lastStep;

  Greeting(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
    this.begin = clock.instant();
    this.lastStep = begin;
  }

  void begin(Path log) {
    out.printf("%nThe demo starts. Its log is %s%n%n", log);
    out.flush();
  }

  void databaseStarted() {
    step("The database runs");
  }

  void dataReady(DemoDatabase.Data data) {
    step(
        switch (data) {
          case KEPT -> "The data are those of the last start";
          case MADE -> "The data are made";
          case MADE_ANEW -> "The data are made anew, for the old ones do not fit";
        });
  }

  void serverStarted() {
    step("The server answers");
  }

  private void step(String what) {
    Instant now = clock.instant();
    out.printf("  %-52s %6s%n", what, seconds(Duration.between(lastStep, now)));
    out.flush();
    lastStep = now;
  }

  /** Where to go from here. */
  void welcome(URI server, Path folder) {
    URI address = server.resolve("/graphql");
    out.printf(
        """

        Boxtribute is ready after %s. Explore its API in a browser:

            %s

        or from a terminal:

            %s

        Who can sign in, each with the password %s:

        """,
        seconds(Duration.between(begin, lastStep)),
        address,
        curl(address, DemoUsers.guide()),
        DemoUsers.PASSWORD);
    for (DemoUser user : DemoUsers.all()) {
      out.printf("    %-34s %s, %s%n", user.userName(), user.name(), user.duty());
    }
    out.printf("%nThe data stay in %s. Ctrl-C stops the demo.%n%n", folder);
    out.flush();
  }

  private static String curl(URI address, DemoUser user) {
    return "curl -s %s -u %s:%s -H 'Content-Type: application/json' -d '{\"query\": \"%s\"}'"
        .formatted(address, user.userName(), user.password(), QUERY);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
