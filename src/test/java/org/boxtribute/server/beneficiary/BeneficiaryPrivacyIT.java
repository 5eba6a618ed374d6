package org.boxtribute.server.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.BASE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.CREATE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.DEACTIVATE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.OTHER_BASE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.UPDATE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.creation;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.update;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.DatabaseProxy;
import org.boxtribute.server.testing.DatabaseProxy.Moment;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.testing.Unique;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What beneficiaries tell of themselves is told to nobody else: no log, and no other user. */
final class BeneficiaryPrivacyIT {
  private static final String DATABASE = "boxtribute_test_privacy";
  private static final DatabaseProxy PROXY =
      DatabaseProxy.before(TestDatabase.server().address(DATABASE));
  private static final TestServer SERVER =
      TestServer.withDemoData(
          DATABASE,
          Map.of(
              "datasources.default.url", PROXY.jdbcUrl(),
              "datasources.default.maximum-pool-size", 1,
              "datasources.default.connection-timeout", 5000));

  /** What each value of a beneficiary in this test begins with. */
  private static final String SECRET = "Zeyneb Qasimli";

  private static final String SECRET_DAY = "1931-12-24";
  private static final String IMPORT =
      """
      mutation ($input: BeneficiariesCreationInput) {
        result: createBeneficiaries(creationInput: $input) { __typename }
      }
      """;

  private final BeneficiaryTable table = new BeneficiaryTable(SERVER);
  private final Client coordinator = SERVER.as(TestUser.coordinator());
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void watch() {
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void watchNoLonger() {
    root.detachAppender(log);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    PROXY.close();
  }

  @Test
  void noLogTellsOfABeneficiaryWhateverBecomesOfARequest() {
    int id = coordinator.ask(CREATE, creation(secrets())).ok().at("/result/id").asInt();
    coordinator.ask(UPDATE, update(id, secrets())).ok();
    importOf(secretRow()).ok();
    coordinator.ask(DEACTIVATE, Map.of("id", id)).ok();
    coordinator.ask("{ beneficiary(id: %d) { firstName comment } }".formatted(id)).ok();

    Map<String, Object> tooLong = secretRow();
    tooLong.put("firstName", SECRET + "x".repeat(300));
    assertThat(importOf(tooLong).errors()).isNotEmpty();
    assertThat(coordinator.ask(CREATE, creation(Map.of("firstName", SECRET.repeat(30)))).errors())
        .isNotEmpty();
    assertThat(coordinator.ask(CREATE, creation(Map.of("dateOfBirth", SECRET))).errors())
        .isNotEmpty();
    coordinator.ask(
        "mutation { createBeneficiary(creationInput: \"%s\") { id } ".formatted(SECRET));

    assertNothingLogged();
  }

  @Test
  void noLogTellsOfABeneficiaryWhenTheDatabaseFails() {
    int id = table.newPerson(coordinator, secrets());
    for (int statement = 1; statement < 6; statement++) {
      for (Moment moment : Moment.values()) {
        fails(statement, moment, () -> coordinator.ask(CREATE, creation(secrets())));
        fails(statement, moment, () -> importOf(secretRow()));
      }
    }
    for (Moment moment : Moment.values()) {
      fails(1, moment, () -> coordinator.ask(UPDATE, update(id, secrets())));
    }
    table.legacy("alter table people modify lastname varchar(4) not null default ''");
    try {
      assertThat(coordinator.ask(CREATE, creation(secrets())).errors())
          .containsExactly("INTERNAL_SERVER_ERROR result");
    } finally {
      table.legacy("alter table people modify lastname varchar(255) not null default ''");
    }

    assertThat(log.list).isNotEmpty();
    assertNothingLogged();
  }

  @Test
  void noErrorTellsAnotherUserOfABeneficiary() {
    int id = table.newPerson(coordinator, secrets());
    Client stranger = SERVER.as(TestUser.coordinator().in(OTHER_BASE));
    Map<String, Object> inOtherBase = Map.of("baseId", OTHER_BASE, "familyHeadId", id);

    List<Answer> answers =
        List.of(
            stranger.ask(UPDATE, update(id, Map.of("lastName", "x"))),
            stranger.ask(DEACTIVATE, Map.of("id", id)),
            stranger.ask(CREATE, creation(inOtherBase)),
            stranger.ask(
                IMPORT,
                Map.of(
                    "input",
                    Map.of(
                        "baseId",
                        OTHER_BASE,
                        "beneficiaryData",
                        List.of(
                            Map.of(
                                "firstName", "x", "groupIdentifier", "y", "familyHeadId", id))))));

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.errors()).hasSize(1);
              assertThat(answer.body().toString()).doesNotContain(SECRET, SECRET_DAY);
            });
  }

  private static Map<String, Object> secrets() {
    Map<String, Object> values = new HashMap<>();
    for (String field :
        List.of("firstName", "lastName", "groupIdentifier", "comment", "signature")) {
      values.put(field, Unique.name(SECRET));
    }
    values.put("dateOfBirth", SECRET_DAY);
    values.put("dateOfSignature", SECRET_DAY);
    return values;
  }

  private static Map<String, Object> secretRow() {
    Map<String, Object> row = secrets();
    row.remove("signature");
    row.remove("dateOfSignature");
    row.put("phoneNumber", Unique.name(SECRET));
    return row;
  }

  private Answer importOf(Map<String, Object> row) {
    return coordinator.ask(
        IMPORT, Map.of("input", Map.of("baseId", BASE, "beneficiaryData", List.of(row))));
  }

  private static void fails(int statement, Moment moment, Runnable request) {
    PROXY.reset();
    PROXY.cutAt(statement, moment);
    request.run();
    PROXY.reset();
  }

  private void assertNothingLogged() {
    assertThat(log.list)
        .allSatisfy(
            event -> {
              assertThat(event.getFormattedMessage()).doesNotContain(SECRET, SECRET_DAY);
              assertThat(ThrowableProxyUtil.asString(event.getThrowableProxy()))
                  .doesNotContain(SECRET, SECRET_DAY);
            });
  }
}
