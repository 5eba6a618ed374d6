package org.boxtribute.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BASE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.boxtribute.server.api.RawConnection.Response;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request on a connection is answered, or the connection is closed. */
class ConnectionIT {
  private static final String LONG = "a".repeat(20_000);
  private static final String GOOD = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String QUERY = "{\"query\": \"{ __typename }\"}";

  private static final String QUERY_CHUNK =
      Integer.toHexString(QUERY.length()) + "\r\n" + QUERY + "\r\n";

  private final TestServer server = TestServer.shared();

  @Test
  void tooLargeHeadersAreRefusedAndEndTheConnection() throws IOException {
    assertEndsWith(431, "The request headers are too large.", get("/health", "X-Long: " + LONG));
  }

  @Test
  void tooLargeHeadersOfAnAddressThatIsNoneAreRefusedAndEndTheConnection() throws IOException {
    assertEndsWith(
        431,
        "The request headers are too large.",
        get("/graphql?query={__typename}", "Authorization: Bearer " + LONG));
  }

  @Test
  void aTooLongAddressIsRefusedAndEndsTheConnection() throws IOException {
    assertEndsWith(414, "The address is too long.", get("/health?" + LONG, "X: y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health NOTHTTP\r\nHost: a\r\n\r\n",
        "\u0016\u0003\u0001x\r\n\r\n",
        "GET\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: a\r\nno header\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost : a\r\nX\u0000: b\r\n\r\n",
        "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n\r\n",
        "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"
      })
  void whatCannotBeDecodedIsRefusedAndEndsTheConnection(String request) throws IOException {
    assertEndsWith(400, "The request cannot be read.", request);
  }

  @Test
  void anAddressThatIsNoneAloneIsRefusedAndTheConnectionGoesOn() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send(get("/graphql?query={__typename}", "X: y")).send(GOOD);

      assertThat(connection.read().status()).isEqualTo(400);
      assertThat(connection.read().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyz\r\n", "1\r\n{no end", "5\r\n{\"a\":\r\nxyz\r\n"})
  void aBadChunkEndsTheRequestThatItIsPartOf(String chunks) throws IOException {
    assertEndsWith(400, "The request cannot be read.", chunked(QUERY_CHUNK + chunks));
  }

  @Test
  void aBadChunkThatComesLaterEndsTheRequestThatWaitsForIt() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send(chunked(QUERY_CHUNK)).send("xyz\r\n").send(GOOD);

      assertRefused(connection.read(), 400, "The request cannot be read.");
      assertThat(connection.isEnded()).isTrue();
    }
  }

  @Test
  void aTooLargeTrailerEndsTheRequestThatItIsPartOf() throws IOException {
    assertEndsWith(
        431,
        "The request headers are too large.",
        chunked(QUERY_CHUNK + "0\r\nX-Long: " + LONG + "\r\n\r\n"));
  }

  @Test
  void aBadChunkAfterTheAnswerEndsTheConnectionWithoutAnother() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send("POST /nothing HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n");
      assertThat(connection.read().status()).isEqualTo(404);

      connection.send("xyz\r\n").send(GOOD);
      assertThat(connection.isEnded()).isTrue();
    }
  }

  @Test
  void earlierRequestsAreAnsweredBeforeTheOneThatCannotBeDecoded() throws IOException {
    String query =
        "POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\nAuthorization: Bearer "
            + server.token(TestUser.coordinator())
            + "\r\nContent-Length: "
            + QUERY.length()
            + "\r\n\r\n"
            + QUERY;
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send(
          query + get("/nothing", "X: y") + query + get("/health", "X: " + LONG) + GOOD);

      assertThat(connection.read().body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
      assertThat(connection.read().status()).isEqualTo(404);
      assertThat(connection.read().body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
      assertRefused(connection.read(), 431, "The request headers are too large.");
      assertThat(connection.isEnded()).isTrue();
    }
  }

  @Test
  void aBodyThatIsNotCompressedAsItSaysIsRefusedAndTheConnectionGoesOn() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection
          .send("POST /public HTTP/1.1\r\nContent-Type: application/json\r\n")
          .send("Content-Encoding: gzip\r\nContent-Length: " + QUERY.length() + "\r\n\r\n")
          .send(QUERY + GOOD);

      Response refusal = connection.read();
      assertThat(refusal.status()).isEqualTo(400);
      assertThat(refusal.body()).contains("The request cannot be read.");
      assertThat(connection.read().status()).isEqualTo(200);
    }
  }

  @Test
  void aCompressedBodyThatIsTooLargeIsRefused() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(body)) {
      zip.write(new byte[50_000_000]);
    }
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection
          .send("POST /public HTTP/1.1\r\nContent-Type: application/json\r\n")
          .send("Content-Encoding: gzip\r\nContent-Length: " + body.size() + "\r\n\r\n")
          .send(body.toString(StandardCharsets.ISO_8859_1) + GOOD);

      assertThat(connection.read().status()).isEqualTo(413);
      assertThat(connection.read().status()).isEqualTo(200);
    }
  }

  @Test
  void requestsThatAreTooLongInComingAreRefusedAndEndTheConnection() throws IOException {
    Map<String, Object> hasty = Map.of("boxtribute.http.request-time-limit", "200ms");
    try (TestServer other = TestServer.withDemoData("boxtribute_hasty", hasty);
        RawConnection inHeaders = new RawConnection(other.uri());
        RawConnection inBody = new RawConnection(other.uri())) {
      inHeaders.send(GOOD);
      assertThat(inHeaders.read().status()).isEqualTo(200);
      inHeaders.send("GET /health HTT");
      inBody.send(chunked(QUERY_CHUNK));

      assertRefused(inHeaders.read(), 408, "The request took too long to come in.");
      assertThat(inHeaders.isEnded()).isTrue();
      assertRefused(inBody.read(), 408, "The request took too long to come in.");
      assertThat(inBody.isEnded()).isTrue();
    }
  }

  @Test
  void aConnectionOnWhichAnAnswerDoesNotComeIsClosedAndCounted() throws Exception {
    String database = "boxtribute_unanswered";
    Map<String, Object> hasty = Map.of("boxtribute.http.answer-time-limit", "300ms");
    try (TestServer other = TestServer.withDemoData(database, hasty);
        Connection sql = connect(database);
        Statement statement = sql.createStatement();
        RawConnection connection = new RawConnection(other.uri())) {
      statement.execute("lock tables " + BASE.getName() + " write");
      String query = "{\"query\": \"{ bases { id } }\"}";
      connection.send(
          "POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\nAuthorization: Bearer "
              + other.token(TestUser.coordinator())
              + "\r\nContent-Length: "
              + query.length()
              + "\r\n\r\n"
              + query);

      assertThat(connection.isEnded()).isTrue();
      assertThat(other.bean(UnansweredRequests.class).count()).isEqualTo(1);
    }
  }

  private static Connection connect(String name) throws Exception {
    TestDatabase database = TestDatabase.server();
    return DriverManager.getConnection(
        database.address(name).jdbcUrl(), database.user(), database.password());
  }

  /** What follows the request must neither be answered nor wait. */
  private void assertEndsWith(int status, String message, String request) throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send(GOOD + request + GOOD);

      assertThat(connection.read().status()).isEqualTo(200);
      assertRefused(connection.read(), status, message);
      assertThat(connection.isEnded()).isTrue();
    }
  }

  private static void assertRefused(Response response, int status, String message) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers()).containsEntry("content-type", "application/json");
    assertThat(response.body())
        .startsWith("{\"errors\":[{\"message\":\"" + message + "\",\"extensions\":{\"code\":\"");
    assertThat(response.headers().get("connection")).isEqualTo("close");
  }

  private static String get(String address, String header) {
    return "GET " + address + " HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n";
  }

  private static String chunked(String body) {
    return "POST /public HTTP/1.1\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n"
        + body;
  }
}
