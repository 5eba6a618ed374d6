package org.boxtribute.server.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The Manage Boxes page over HTTP: the program written by hand, this server, and this server with
 * graphql-java's own execution strategy, taking turns in one process on one database.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ManageBoxesBenchmark {
  private static final int WARM_UP = Integer.getInteger("bench.warmup", 12);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 21);
  private static final int SMALL_REQUESTS = Integer.getInteger("bench.small", 300);
  private static final int ALL = 100_000;
  private static final int PAGE = 50;
  private static final String LOCATIONS =
      "{ base(id: %d) { locations { id name boxes(paginationInput: {first: 10000}) { totalCount"
              .formatted(LargeBase.ID)
          + " elements { id labelIdentifier state product { id name } tags { id name } } } } } }";
  private static final String SMALL = "{ bases { id name organisation { name } } }";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final TestUser USER = TestUser.coordinator(3, 1, LargeBase.ID);

  private static TestServer server;
  private static TestServer reference;
  private static HandWrittenProgram byHand;

  @BeforeAll
  static void start() throws IOException {
    server = TestServer.withDemoData("boxtribute_bench", Map.of());
    LargeBase.fill(server.sql());
    reference =
        TestServer.over(
            TestDatabase.server().address("boxtribute_bench"),
            Map.of(
                "boxtribute.graphql.strategy",
                "graphql-java",
                "boxtribute.migrations.enabled",
                false));
    byHand = new HandWrittenProgram(server.bean(DataSource.class));
  }

  @AfterAll
  static void stop() {
    byHand.close();
    reference.close();
    server.close();
  }

  @Test
  @Order(1)
  void answersAreTheSame() throws Exception {
    for (int boxes : List.of(PAGE, ALL)) {
      byte[] ours = send(manageBoxes(server, boxes));
      byte[] hand = send(HttpRequest.newBuilder(byHand.uri(boxes)).build());
      byte[] expected = send(manageBoxes(reference, boxes));
      assertThat(new String(ours, StandardCharsets.UTF_8))
          .isEqualTo(new String(hand, StandardCharsets.UTF_8))
          .isEqualTo(new String(expected, StandardCharsets.UTF_8));
    }
  }

  @Test
  @Order(2)
  void manageBoxes() throws Exception {
    for (int boxes : List.of(ALL, PAGE)) {
      Series hand = new Series(HttpRequest.newBuilder(byHand.uri(boxes)).build());
      Series ours = new Series(manageBoxes(server, boxes));
      Series theirs = new Series(manageBoxes(reference, boxes));
      takeTurns(hand, ours, theirs);
      int statements = server.statementsOf(() -> sendQuietly(manageBoxes(server, boxes))).size();
      print("");
      print("BoxesForBoxesView, %s", boxes == ALL ? LargeBase.BOXES + " boxes" : "a page of 50");
      print("  %-34s %s", "written by hand", hand);
      print(
          "  %-34s %s, %d statements, %.2f times by hand",
          "this server", ours, statements, ours.median() / hand.median());
      print(
          "  %-34s %s, %.2f times this server",
          "graphql-java's strategy", theirs, theirs.median() / ours.median());
    }
  }

  @Test
  @Order(3)
  void boxesOfLocations() throws Exception {
    Series ours = new Series(post(server, body(LOCATIONS, Map.of())));
    Series theirs = new Series(post(reference, body(LOCATIONS, Map.of())));
    takeTurns(ours, theirs);
    int statements =
        server.statementsOf(() -> sendQuietly(post(server, body(LOCATIONS, Map.of())))).size();
    print("");
    print("base { locations { boxes } }, %d boxes", LargeBase.BOXES);
    print("  %-34s %s, %d statements", "this server", ours, statements);
    print(
        "  %-34s %s, %.2f times this server",
        "graphql-java's strategy", theirs, theirs.median() / ours.median());
  }

  @Test
  @Order(4)
  void manyAtOnce() throws Exception {
    print("");
    print("BoxesForBoxesView, %d boxes, several clients at once", LargeBase.BOXES);
    for (int clients : List.of(1, 4, 16)) {
      double hand = atOnce(clients, HttpRequest.newBuilder(byHand.uri(ALL)).build());
      double ours = atOnce(clients, manageBoxes(server, ALL));
      print(
          "  %2d clients: by hand %.0f ms, this server %.0f ms for an answer (%.2f times)%s",
          clients, hand, ours, ours / hand, comparedAtOnce(clients, ours));
    }
  }

  /** Sixteen answers of graphql-java's strategy at once do not fit the benchmark's memory. */
  private static String comparedAtOnce(int clients, double ours) throws Exception {
    if (clients > 4) {
      return "";
    }
    double theirs = atOnce(clients, manageBoxes(reference, ALL));
    return String.format(
        Locale.ROOT,
        ", graphql-java's strategy %.0f ms (%.2f times this server)",
        theirs,
        theirs / ours);
  }

  @Test
  @Order(5)
  void smallRequestsBesideALargeOne() throws Exception {
    HttpRequest small = post(server, body(SMALL, Map.of()));
    smallLatencies(small);
    double[] quiet = smallLatencies(small);
    AtomicBoolean running = new AtomicBoolean(true);
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<?> load =
          executor.submit(
              () -> {
                while (running.get()) {
                  send(manageBoxes(server, ALL));
                }
                return null;
              });
      double[] loaded = smallLatencies(small);
      running.set(false);
      load.get();
      print("");
      print("A small request");
      print("  quiet: median %.1f ms, p99 %.1f ms", percentile(quiet, 50), percentile(quiet, 99));
      print(
          "  while all boxes are read in a loop: median %.1f ms, p99 %.1f ms (%.1f times)",
          percentile(loaded, 50),
          percentile(loaded, 99),
          percentile(loaded, 99) / percentile(quiet, 99));
    }
  }

  private static double[] smallLatencies(HttpRequest request) throws Exception {
    double[] millis = new double[SMALL_REQUESTS];
    for (int i = 0; i < SMALL_REQUESTS; i++) {
      long start = System.nanoTime();
      send(request);
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis;
  }

  private static double percentile(double[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  /** The mean time for an answer while some clients ask at once, each several times. */
  private static double atOnce(int clients, HttpRequest request) throws Exception {
    int each = Math.max(2, 16 / clients);
    try (ExecutorService executor = Executors.newFixedThreadPool(clients)) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        work.add(
            () -> {
              for (int i = 0; i < each; i++) {
                send(request);
              }
              return null;
            });
      }
      long start = System.nanoTime();
      for (Future<Void> done : executor.invokeAll(work)) {
        done.get();
      }
      return (System.nanoTime() - start) / 1e6 / (clients * each);
    }
  }

  private static void takeTurns(Series... series) throws Exception {
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (Series one : series) {
        one.measure(round >= WARM_UP);
      }
    }
    for (Series one : series) {
      one.measureMemory();
    }
  }

  private static HttpRequest manageBoxes(TestServer of, int boxes) {
    return post(of, body(document(), Map.of("baseId", LargeBase.ID, "paginationInput", boxes)));
  }

  private static String document() {
    try (InputStream stream =
        ManageBoxesBenchmark.class.getResourceAsStream("/benchmark/manage-boxes.graphql")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String body(String document, Map<String, Object> variables) {
    try {
      return JSON.writeValueAsString(Map.of("query", document, "variables", variables));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static HttpRequest post(TestServer to, String body) {
    URI uri = to.uri().resolve("/graphql");
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + to.token(USER))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static byte[] send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(new String(response.body(), StandardCharsets.UTF_8));
    }
    return response.body();
  }

  private static void sendQuietly(HttpRequest request) {
    try {
      send(request);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }

  @FormatMethod
  private static void print(@FormatString String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** The same request again and again. */
  private static final class Series {
    private final HttpRequest request;
    private final List<Double> millis = new ArrayList<>();
    private int bytes;
    private long allocated;
    private long peakHeap;

    Series(HttpRequest request) {
      this.request = request;
    }

    void measure(boolean counts) throws Exception {
      long start = System.nanoTime();
      bytes = send(request).length;
      if (counts) {
        millis.add((System.nanoTime() - start) / 1e6);
      }
    }

    /** What one more request allocates, the client included, and the heap that it reaches. */
    void measureMemory() throws Exception {
      System.gc();
      heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
      com.sun.management.ThreadMXBean threads =
          (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getTotalThreadAllocatedBytes();
      send(request);
      allocated = threads.getTotalThreadAllocatedBytes() - before;
      peakHeap = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    double median() {
      return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElseThrow();
    }

    private static List<MemoryPoolMXBean> heapPools() {
      return ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "median %6.1f ms, %,d bytes, allocates %,d MB, peak heap %,d MB",
          median(),
          bytes,
          allocated >> 20,
          peakHeap >> 20);
    }
  }
}
