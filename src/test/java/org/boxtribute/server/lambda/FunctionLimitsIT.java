package org.boxtribute.server.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.testing.Unique;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A function's limits: small payloads, one connection, little time; and that it survives a snapshot
 * as the managed runtime makes it. It is told of payloads of 64 KB at the most.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionLimitsIT {
  private static final String DATABASE = "boxtribute_test_function";
  private static final int PAYLOAD_BYTES = 64 * 1024;
  private static final String PAGE =
      "{ boxes(baseId: 1, paginationInput: { first: 9999 }) {"
          + " elements { id labelIdentifier state comment product { name } location { name } } } }";

  /** Its own connection is the only other to this database. */
  private final TestServer server =
      TestServer.withDemoData(DATABASE, Map.of("datasources.default.maximum-pool-size", 1));

  private FunctionProcess function;

  @BeforeAll
  void start() {
    assumeThat(FunctionProcess.zip()).as("the function's zip, made by ./mvnw package").exists();
    Map<String, String> variables =
        FunctionProcess.variables(TestDatabase.server().address(DATABASE));
    variables.put("BOXTRIBUTE_FUNCTION_MAX_PAYLOAD_BYTES", String.valueOf(PAYLOAD_BYTES));
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    function = FunctionProcess.start(variables);
    function.api().awaitCheckpoint();
    assertThat(connections()).as("connections in the snapshot").isEmpty();
    function.api().restore();
    function.api().awaitInitialisation();
  }

  @AfterAll
  void stop() {
    if (function != null) {
      function.close();
    }
    server.close();
  }

  private List<Long> connections() {
    return server
        .sql()
        .select(DSL.field("id", Long.class))
        .from("information_schema.processlist")
        .where(DSL.field("db").eq(DSL.field("database()")))
        .and(DSL.field("id").ne(DSL.field("connection_id()")))
        .fetchInto(Long.class);
  }

  private Call asks(String document) {
    return Call.graphQl(
        "/graphql",
        server.token(TestUser.coordinator()),
        "{\"query\": \"" + document.replace("\"", "\\\"") + "\"}");
  }

  private String invoke(Call call) {
    return function.api().invoke(new String(json(call), StandardCharsets.UTF_8)).response();
  }

  private static byte[] json(Call call) {
    return Events.HTTP_API.json(call);
  }

  @Test
  void anAnswerThatIsTooLargeIsAnErrorUnlessItIsCompressed() {
    String tooLarge = invoke(asks(PAGE));
    assertThat(tooLarge.length()).isLessThan(PAYLOAD_BYTES);
    assertThat(Events.reply(tooLarge).status()).isEqualTo(200);
    assertThat(Events.reply(tooLarge).body())
        .contains("\"code\":\"ANSWER_TOO_LARGE\"")
        .endsWith("\"data\":null}");

    Reply compressed = Events.reply(invoke(asks(PAGE).with("Accept-Encoding", "gzip")));
    assertThat(compressed.headers()).containsEntry("content-encoding", List.of("gzip"));
    assertThat(compressed.body()).startsWith("\u001f\u008b");
  }

  @Test
  void aConnectionThatDiedMeanwhileIsNoticedBeforeItIsUsed() {
    String name = Unique.name("tag");
    String write =
        "mutation { createTag(creationInput: {name: \""
            + name
            + "\", color: \"#ffffff\", type: Box, baseId: 1}) { ... on Tag { name } } }";
    assertThat(invoke(asks("{ bases { id } }"))).doesNotContain("errors");

    killAll();
    assertThat(Events.reply(invoke(asks("{ bases { id } }"))).body()).doesNotContain("errors");
    killAll();
    assertThat(Events.reply(invoke(asks(write))).body())
        .isEqualTo("{\"data\":{\"createTag\":{\"name\":\"" + name + "\"}}}");

    server.sql().execute("delete from tags where label = ?", name);
  }

  private void killAll() {
    List<Long> connections = connections();
    assertThat(connections).hasSize(1);
    connections.forEach(id -> server.sql().execute("kill " + id));
  }

  @Test
  void oneConnectionIsEnoughForBatchesSideBySide() {
    String many =
        "{ a: bases { locations { id } tags { id } products { id } organisation { id } }"
            + " b: shipments { id sourceBase { name } targetBase { name } details { id } }"
            + " c: tags { id } d: users { id } }";

    assertThat(Events.reply(invoke(asks(many))).body()).doesNotContain("errors");
    assertThat(connections()).hasSize(1);
  }

  @Test
  void anOperationEndsBeforeTheFunctionDoes() {
    String tag = newTag();
    DSLContext sql = server.sql();
    sql.transaction(
        configuration -> {
          configuration.dsl().execute("select * from tags where id = " + tag + " for update");
          Call write =
              asks(
                  "mutation { updateTag(updateInput: {id: "
                      + tag
                      + ", name: \"x\"}) { __typename } }");
          Reply answer =
              Events.reply(function.api().invoke(json(write), Duration.ofSeconds(5)).response());

          assertThat(answer.status()).isEqualTo(200);
          assertThat(answer.body()).contains("\"code\":\"TIME_LIMIT_EXCEEDED\"");
        });

    assertThat(Events.reply(invoke(asks("{ bases { id } }"))).body()).doesNotContain("errors");
    sql.execute("delete from tags where id = " + tag);
  }

  private String newTag() {
    return server
        .as(TestUser.coordinator())
        .ask(
            "mutation { createTag(creationInput: {name: \""
                + Unique.name("tag")
                + "\", color: \"#ffffff\", type: Box, baseId: 1}) { ... on Tag { id } } }")
        .ok()
        .text("/createTag/id");
  }
}
