package org.boxtribute.server.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;

/** Requests of all kinds that change nothing. */
final class Calls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BASES = "{ bases { id name organisation { name } } }";
  private static final String ORIGIN = "http://localhost:3000";

  private final String token;
  private final String volunteer;

  Calls(TestServer server) {
    this.token = server.token(TestUser.coordinator());
    this.volunteer = server.token(TestUser.demo("volunteer@lantern.example.org"));
  }

  List<Call> all() {
    return Stream.of(pages(), documents(), bodies(), headers(), addresses(), others())
        .flatMap(List::stream)
        .toList();
  }

  /** What the front-ends ask for. */
  private List<Call> pages() {
    Map<String, Object> variables =
        Map.ofEntries(
            Map.entry("baseId", "1"),
            Map.entry("size", 50),
            Map.entry("label", "10001001"),
            Map.entry("code", "demo-9100"),
            Map.entry("organisationId", "1"),
            Map.entry("id", "1"),
            Map.entry("spotId", "120"),
            Map.entry("groupId", "1"));
    List<Call> pages = new ArrayList<>();
    for (String page :
        List.of(
            "warehouse Header",
            "warehouse ManageBoxes",
            "warehouse ActionsForBoxes",
            "warehouse Box",
            "warehouse BoxWithShipment",
            "warehouse EditBox",
            "warehouse CreateBox",
            "warehouse ScannedCode",
            "warehouse Dashboard",
            "transfers Organisations",
            "transfers Agreements",
            "transfers Shipments",
            "transfers ShipmentsForExport",
            "transfers Shipment",
            "products-and-tags StandardProducts",
            "products-and-tags Products",
            "products-and-tags ProductForm",
            "products-and-tags Tags",
            "distributions Spots",
            "distributions Events",
            "distributions Event",
            "distributions Returns",
            "distributions Statistics")) {
      String[] fileAndOperation = page.split(" ", -1);
      String body =
          json(
              Map.of(
                  "query",
                  document(fileAndOperation[0]),
                  "operationName",
                  fileAndOperation[1],
                  "variables",
                  variables));
      pages.add(Call.graphQl("/graphql", token, body).named(page));
      pages.add(
          Call.graphQl("/graphql", token, body)
              .with("Accept-Encoding", "gzip, br")
              .named(page + ", compressed"));
    }
    return pages;
  }

  private List<Call> documents() {
    return Stream.of(
            "{ tags { id } }",
            "{ base(id: 1) { instockItemsCount } }",
            "{ organisation(id: 0) { id } }",
            "{ organisation(id: \"one\") { id } }",
            "mutation { deleteTag(id: 1) { __typename } }",
            "{",
            "{ nothing }",
            "query A { __typename } query B { __typename }",
            "query($id: ID!) { organisation(id: $id) { id } }",
            "{ __schema { queryType { name } } }",
            "{" + " __typename".repeat(15_001) + "}",
            "{ base(id: 1) { name \u00e4: name } }",
            "# \u00fc \ud83d\ude00\n{ __typename }")
        .map(
            document ->
                Call.graphQl("/graphql", volunteer, json(Map.of("query", document)))
                    .named(document.substring(0, Math.min(40, document.length()))))
        .toList();
  }

  private List<Call> bodies() {
    Call post = Call.graphQl("/graphql", token, "");
    byte[] halfACharacter =
        "{\"query\": \"{ bases { id } } # \u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
    return List.of(
        post.named("no body"),
        post.body("nonsense").named("no JSON"),
        post.body("[]").named("no object"),
        post.body("{}").named("no query"),
        post.body("{\"query\": 1}").named("no text"),
        post.body("{\"query\": \"{ bases { id } }\"} {}").named("two objects"),
        post.body("{\"query\": \"{ bases { id } }\", \"operationName\": 1}").named("no name"),
        post.body("{\"query\": \"{ bases { id } }\", \"variables\": []}").named("no variables"),
        post.body("{\"query\": \"\\ud800\"}").named("half a pair"),
        post.body(halfACharacter).named("other bytes"),
        post.body(new byte[] {0, 1, 2, (byte) 0xff}).named("binary"),
        post.body("{\"query\": \"" + " ".repeat(1 << 20) + "\"}").named("too large"),
        post.body("[".repeat(2000)).named("deep"),
        post.with("Content-Type", "text/plain").body("{}").named("text"),
        post.with("Content-Encoding", "gzip").body("{}").named("no gzip"),
        post.with("Content-Encoding", "gzip").body(zipped(query(BASES))).named("gzip"));
  }

  private List<Call> headers() {
    Call post = Call.graphQl("/graphql", token, query(BASES));
    Call bare = Call.of("POST", "/graphql").with("Content-Type", "application/json");
    return List.of(
        bare.body(query(BASES)).named("no token"),
        Call.of("POST", "/graphql").body(query(BASES)).named("no headers"),
        bare.with("Authorization", "Basic YTpi").body(query(BASES)).named("basic"),
        bare.with("Authorization", "Bearer nonsense").body(query(BASES)).named("no JWT"),
        bare.with("Authorization", "Bearer " + token + "x").body(query(BASES)).named("forged"),
        bare.with("Authorization", "Bearer a", "Bearer b").body(query(BASES)).named("two tokens"),
        bare.with("authorization", "bearer " + token).body(query(BASES)).named("lower case"),
        post.with("Accept", "application/graphql-response+json").named("GraphQL's type"),
        post.with("Accept", "application/json;q=0.5", "application/graphql-response+json")
            .named("several types"),
        post.with("Accept", "application/graphql-response+json")
            .body(query("{ nothing }"))
            .named("GraphQL's type, refused"),
        post.with("Accept", "text/html").named("a page wanted"),
        post.with("Accept-Encoding", "gzip;q=0").named("no gzip wanted"),
        post.with("Accept-Encoding", "br", "gzip").named("gzip wanted"),
        post.with("Origin", ORIGIN).named("a page's"),
        post.with("Origin", "https://evil.example.org").named("another page's"),
        post.with("Origin", ORIGIN).with("Accept-Encoding", "gzip").named("a page's, compressed"),
        bare.with("Origin", ORIGIN).body(query(BASES)).named("a page's, refused"),
        post.with("X-Long", "x".repeat(9000)).named("long headers"));
  }

  private List<Call> addresses() {
    Call get = Call.of("GET", "/graphql").with("Authorization", "Bearer " + token);
    return List.of(
        get.query("query=" + encoded(BASES)).named("asked by address"),
        get.query("query=" + encoded("{ bases { id, name } }")).named("with commas"),
        get.query(
                "query="
                    + encoded("query($i: ID!) { base(id: $i) { id } }")
                    + "&variables="
                    + encoded("{\"i\": \"1\"}"))
            .named("with variables"),
        get.query("query=%7B%20bases%20%7B%20id%20%7D+%7D").named("with a plus"),
        get.query("query=" + encoded("{ nothing \u00e4 }")).named("with other letters"),
        get.query("query=" + encoded(BASES) + "&query=x").named("given twice"),
        get.query("query=").named("an empty query"),
        get.query("query=" + encoded("mutation { deleteTag(id: 1) { id } }")).named("to write"),
        get.query("query=" + "x".repeat(5000)).named("too long"),
        get.with("Accept", "text/html").named("the explorer"),
        Call.of("HEAD", "/graphql").with("Accept", "text/html"),
        Call.of("GET", "/graphql").query("a=b%20c&d").named("no query"),
        Call.of("GET", "/"),
        Call.of("GET", "/public"),
        Call.of("GET", "/explorer/explorer-2.js"),
        Call.of("GET", "/explorer/graphiql-2.4.7.css"),
        Call.of("GET", "/explorer/none.js"));
  }

  private List<Call> others() {
    Call preflight =
        Call.of("OPTIONS", "/graphql")
            .with("Origin", ORIGIN)
            .with("Access-Control-Request-Method", "POST")
            .with("Access-Control-Request-Headers", "X-Any, Content-Type");
    return List.of(
        preflight,
        preflight.with("Origin", "https://evil.example.org").named("another page's preflight"),
        Call.of("OPTIONS", "/public").with("Origin", ORIGIN),
        Call.of("OPTIONS", "/graphql"),
        Call.of("OPTIONS", "/nowhere"),
        Call.of("GET", "/health"),
        Call.of("HEAD", "/health"),
        Call.of("GET", "/nowhere"),
        Call.of("POST", "/nowhere").body("{}"),
        Call.of("GET", "/graphql/"),
        Call.of("GET", "/no%20where/%C3%A4"),
        Call.of("GET", "/graphql/../health").named("dots"),
        Call.of("PUT", "/graphql"),
        Call.of("DELETE", "/graphql").with("Origin", ORIGIN),
        Call.of("PATCH", "/health"),
        Call.of("TRACE", "/graphql"),
        Call.graphQl("/", token, query(BASES)),
        Call.of("POST", "/public")
            .with("Content-Type", "application/json")
            .body(query("{ standardProducts { __typename } }")),
        Call.of("POST", "/token").with("Content-Type", "application/json").body("{}"));
  }

  private static String query(String document) {
    return json(Map.of("query", document));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] zipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private static String json(Map<String, ?> object) {
    try {
      return JSON.writeValueAsString(object);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String document(String file) {
    String resource = "/frontend/" + file + ".graphql";
    try (InputStream stream = Calls.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
