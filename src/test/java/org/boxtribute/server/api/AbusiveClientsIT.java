package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Whatever clients send, and wherever they stop, nothing of it stays in the server. */
@Timeout(180)
class AbusiveClientsIT {
  private static final int CONNECTIONS = 400;
  private static final int AT_A_TIME = 16;
  private static final String SMALL = "{\"query\": \"{ bases { id name } }\"}";
  private static final String LARGE =
      "{\"query\": \"{ a: __schema { ...S } b: bases { locations { boxes { elements"
          + " { labelIdentifier comment } } } } } fragment S on __Schema"
          + " { types { name description fields { name description args { name } } } }\"}";

  private final ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();
  private final Logger netty =
      (Logger) LoggerFactory.getLogger("io.netty.util.ResourceLeakDetector");
  private final ListAppender<ILoggingEvent> leaks = new ListAppender<>();

  @BeforeEach
  void watch() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    leaks.start();
    netty.addAppender(leaks);
  }

  @AfterEach
  void watchNoLonger() {
    netty.detachAppender(leaks);
    ResourceLeakDetector.setLevel(level);
  }

  @Test
  void abusiveClientsLeaveNothingBehind(@TempDir Path folder) throws Exception {
    Map<String, Object> patience =
        Map.of("boxtribute.http.request-time-limit", "2s", "boxtribute.http.read-time-limit", "2s");
    try (TestServer server = TestServer.withDemoData("boxtribute_abused", patience);
        ExecutorService clients = Executors.newFixedThreadPool(AT_A_TIME)) {
      String token = server.token(TestUser.coordinator());
      server.as(TestUser.coordinator()).ask("{ bases { id } }").ok();
      long threads = virtualThreads(folder.resolve("before.json"));

      List<Future<Void>> abuses = new ArrayList<>();
      for (int number = 0; number < CONNECTIONS; number++) {
        abuses.add(clients.submit(abuse(server, token, new Random(number))));
      }
      for (Future<Void> abuse : abuses) {
        abuse.get();
      }

      server.as(TestUser.coordinator()).ask("{ bases { id } }").ok();
      while (connectionsInUse(server) > 0) {
        Thread.sleep(50);
      }
      while (virtualThreads(folder.resolve("after.json")) > threads) {
        Thread.sleep(100);
      }
      assertThat(server.bean(UnansweredRequests.class).count()).isZero();
      assertThat(leaksReported()).isEmpty();
    }
  }

  private static Callable<Void> abuse(TestServer server, String token, Random random) {
    return () -> {
      List<String> each =
          Stream.generate(() -> request(token, random)).limit(1 + random.nextInt(4)).toList();
      String requests = String.join("", each);
      try (RawConnection connection = new RawConnection(server.uri())) {
        switch (random.nextInt(4)) {
          case 0 -> connection.send(requests.substring(0, random.nextInt(requests.length()))).cut();
          case 1 -> {
            connection.send(requests);
            Thread.sleep(random.nextInt(50));
            connection.cut();
          }
          case 2 -> {
            for (int at = 0; at < requests.length() && at < 300; at++) {
              connection.send(requests.substring(at, at + 1));
            }
          }
          default -> {
            connection.send(requests);
            for (int answer = 0; answer < each.size(); answer++) {
              connection.read();
            }
          }
        }
      } catch (SocketTimeoutException unanswered) {
        throw new AssertionError("Neither answered nor closed: " + requests, unanswered);
      } catch (IOException ended) {
        // the server may end a connection while the client is still sending
      }
      return null;
    };
  }

  private static String request(String token, Random random) {
    String head =
        "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization:"
            + " Bearer "
            + token
            + "\r\n";
    String chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
    return switch (random.nextInt(10)) {
      case 0, 1 -> whole(head, SMALL);
      case 2, 3 -> whole(head, LARGE);
      case 4 -> chunked + chunk(SMALL) + "0\r\n\r\n";
      case 5 -> chunked + chunk(SMALL) + "xyz\r\n";
      case 6 -> chunked + chunk(SMALL);
      case 7 -> whole(head + "Expect: 100-continue\r\n", SMALL);
      case 8 -> "GET /graphql?query={__typename} HTTP/1.1\r\nX: " + "a".repeat(9000) + "\r\n\r\n";
      default -> "\u0000\u0001" + random.nextLong() + "\r\n\r\n";
    };
  }

  private static String whole(String head, String body) {
    return head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static String chunk(String body) {
    return Integer.toHexString(body.length()) + "\r\n" + body + "\r\n";
  }

  private static int connectionsInUse(TestServer server) throws SQLException {
    return server
        .bean(DataSource.class)
        .unwrap(HikariDataSource.class)
        .getHikariPoolMXBean()
        .getActiveConnections();
  }

  private static long virtualThreads(Path dump) throws IOException {
    Files.deleteIfExists(dump);
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(
            dump.toAbsolutePath().toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
    long count = 0;
    for (JsonNode thread : new ObjectMapper().readTree(dump.toFile()).findParents("virtual")) {
      count += isOfTheServer(thread) ? 1 : 0;
    }
    return count;
  }

  /** The platform has some of its own, which it makes when it needs them. */
  private static boolean isOfTheServer(JsonNode thread) {
    return thread.path("virtual").asBoolean() && !thread.path("name").asText().contains("Poller");
  }

  /** Netty finds out about leaks when what was leaked is collected and something else allocated. */
  private List<String> leaksReported() {
    System.gc();
    for (int number = 0; number < 1000; number++) {
      ByteBufAllocator.DEFAULT.directBuffer(64).release();
    }
    return leaks.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
