package org.boxtribute.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.logging.LogLevel;
import io.micronaut.logging.LoggingSystem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.MutationSamples.Sample;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.DatabaseProxy;
import org.boxtribute.server.testing.DatabaseProxy.Moment;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.jooq.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The connection to the database is cut at each statement of each mutation in turn: afterwards all
 * that the mutation writes is there, or nothing, and the server goes on with a new connection.
 *
 * <p>The pool has one connection, so that a mutation that wanted a second one would fail.
 */
final class MutationFaultIT {
  private static final String DATABASE = "boxtribute_test_faults";
  private static final String COMMIT = "COMMIT";
  private static final DatabaseProxy PROXY =
      DatabaseProxy.before(TestDatabase.server().address(DATABASE));
  private static final TestServer SERVER =
      TestServer.withDemoData(
          DATABASE,
          Map.of(
              "datasources.default.url", PROXY.jdbcUrl(),
              "datasources.default.maximum-pool-size", 1,
              "datasources.default.connection-timeout", 5000));
  private static final List<String> NOISY =
      List.of("com.zaxxer.hikari.pool", "org.boxtribute.server.graphql.error.ErrorMapping");
  private static final MutationSamples SAMPLES = new MutationSamples(SERVER.sql());

  private final Client client = SERVER.as(TestUser.god());

  /** Of this test alone: with those of the tests before it, reading them would take ever longer. */
  private final TestRows rows = new TestRows(SERVER.sql());

  private record Outcome(List<String> statements, List<String> changes) {}

  /** The log would tell of each connection that is cut here. */
  @BeforeAll
  static void quieten() {
    NOISY.forEach(logger -> log().setLogLevel(logger, LogLevel.OFF));
  }

  @AfterAll
  static void stop() {
    NOISY.forEach(logger -> log().setLogLevel(logger, LogLevel.NOT_SPECIFIED));
    SERVER.close();
    PROXY.close();
  }

  static Stream<Sample> samples() {
    return SAMPLES.all().stream();
  }

  @Test
  void thereIsASampleOfEveryMutation() {
    Answer answer = client.ask("{ __type(name: \"Mutation\") { fields { name } } }").ok();

    assertThat(SAMPLES.all())
        .extracting(Sample::name)
        .containsExactlyInAnyOrderElementsOf(answer.texts("/__type/fields", "name"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aCutConnectionLeavesAllOfAMutationOrNothing(Sample mutation) {
    String undisturbed = mutation.document().get();
    Outcome whole = outcome(() -> client.ask(undisturbed).ok());
    List<String> statements = whole.statements();
    int commit = statements.indexOf(COMMIT);
    assertThat(commit).isPositive().isEqualTo(statements.lastIndexOf(COMMIT));
    assertThat(whole.changes()).isNotEmpty();

    for (int number = 0; number < statements.size(); number++) {
      assertThat(changesByCut(mutation, number, Moment.BEFORE_IT_ARRIVES))
          .as("cut before %s", statements.get(number))
          .isEqualTo(number <= commit ? List.of() : whole.changes());
      assertThat(changesByCut(mutation, number, Moment.BEFORE_ITS_ANSWER))
          .as("cut after %s", statements.get(number))
          .isEqualTo(number < commit ? List.of() : whole.changes());
    }
  }

  private List<String> changesByCut(Sample mutation, int statement, Moment moment) {
    String document = mutation.document().get();
    return outcome(
            () -> {
              PROXY.cutAt(statement, moment);
              assertFailed(client.ask(document));
              assertThat(PROXY.hasCut()).isTrue();
            })
        .changes();
  }

  private static LoggingSystem log() {
    return SERVER.bean(LoggingSystem.class);
  }

  private static void assertFailed(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/errors"))
        .hasSize(1)
        .allSatisfy(
            error -> {
              assertThat(error.at("/message").asText()).isEqualTo("The database could not answer.");
              assertThat(error.at("/extensions/code").asText()).isEqualTo("INTERNAL_SERVER_ERROR");
              assertThat(error.at("/extensions/description").asText())
                  .isEqualTo("The database could not answer.");
            });
  }

  private Outcome outcome(Runnable request) {
    Map<TestRows.Key, Record> before = rows.now();
    PROXY.reset();
    request.run();
    List<String> statements = PROXY.statements();
    return new Outcome(statements, TestRows.changes(before, rows.now()));
  }
}
