package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.QR_CODE;

import java.util.List;
import java.util.Map;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QrCodeQueriesIT {
  private static final String FREE_CODE = "bddd24ee48625a65362766830649dbdc";

  /** What the scanner of the web app asks for, but for the shipment of the box. */
  private static final String SCAN =
      """
      query ($qrCode: String!) {
        qrCode(code: $qrCode) {
          __typename
          ... on QrCode {
            id
            code
            createdOn
            box {
              __typename
              ... on Box {
                labelIdentifier state comment location { id base { id } }
                lastModifiedOn lastModifiedBy { id name }
              }
              ... on InsufficientPermissionError { permissionName: name }
              ... on UnauthorizedForBaseError { id baseName: name organisationName }
            }
          }
          ... on InsufficientPermissionError { permissionName: name }
          ... on ResourceDoesNotExistError { missingId: id resourceName: name }
        }
      }
      """;

  private final TestServer server = TestServer.shared();
  private final Client coordinator = server.as(TestUser.coordinator());

  @Test
  void aCodeLeadsToItsBox() {
    Answer answer = coordinator.ask(SCAN, Map.of("qrCode", codeOf(1001))).ok();

    assertThat(answer.text("/qrCode/__typename")).isEqualTo("QrCode");
    assertThat(answer.text("/qrCode/code")).isEqualTo(codeOf(1001));
    assertThat(answer.text("/qrCode/box/__typename")).isEqualTo("Box");
    assertThat(answer.text("/qrCode/box/labelIdentifier")).isEqualTo("10001001");
  }

  @Test
  void aFreeCodeLeadsToNoBox() {
    Answer answer = coordinator.ask(SCAN, Map.of("qrCode", FREE_CODE)).ok();

    assertThat(answer.text("/qrCode/__typename")).isEqualTo("QrCode");
    assertThat(answer.at("/qrCode/box").isNull()).isTrue();
  }

  @Test
  void aLegacyCodeIsFound() {
    Answer answer = coordinator.ask(SCAN, Map.of("qrCode", "demo-9100")).ok();

    assertThat(answer.text("/qrCode/id")).isEqualTo("9100");
    assertThat(answer.at("/qrCode/createdOn").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"000", "📦"})
  void anUnknownCodeIsAMemberOfTheUnion(String code) {
    Answer answer = coordinator.ask(SCAN, Map.of("qrCode", code)).ok();

    assertThat(answer.text("/qrCode/__typename")).isEqualTo("ResourceDoesNotExistError");
    assertThat(answer.text("/qrCode/resourceName")).isEqualTo("QrCode");
    assertThat(answer.at("/qrCode/missingId").isNull()).isTrue();
  }

  @Test
  void aMissingPermissionIsAMemberOfTheUnion() {
    Answer answer =
        server.as(TestUser.with("stock:read")).ask(SCAN, Map.of("qrCode", codeOf(1001))).ok();

    assertThat(answer.text("/qrCode/__typename")).isEqualTo("InsufficientPermissionError");
    assertThat(answer.text("/qrCode/permissionName")).isEqualTo("qr:read");
  }

  @Test
  void aBoxOfAnotherBaseIsAnsweredByTheNamesOfItsBase() {
    Answer answer = coordinator.ask(SCAN, Map.of("qrCode", codeOf(3001))).ok();

    assertThat(answer.text("/qrCode/__typename")).isEqualTo("QrCode");
    assertThat(answer.text("/qrCode/box/__typename")).isEqualTo("UnauthorizedForBaseError");
    assertThat(answer.text("/qrCode/box/id")).isEqualTo("3");
    assertThat(answer.text("/qrCode/box/baseName")).isEqualTo("Hillside");
    assertThat(answer.text("/qrCode/box/organisationName")).isEqualTo("Juniper Demo Relief");
  }

  @Test
  void aBoxWithoutThePermissionToReadStockIsAnsweredByThat() {
    Answer answer =
        server.as(TestUser.with("qr:read")).ask(SCAN, Map.of("qrCode", codeOf(1001))).ok();

    assertThat(answer.text("/qrCode/box/__typename")).isEqualTo("InsufficientPermissionError");
    assertThat(answer.text("/qrCode/box/permissionName")).isEqualTo("stock:read");
  }

  @Test
  void aBoxOnItsWayBetweenOtherBasesIsAnsweredByTheOneThatSentIt() {
    int onTheWay = 1611;
    Answer answer =
        server.as(TestUser.coordinator(9, 3, 7)).ask(SCAN, Map.of("qrCode", codeOf(onTheWay))).ok();

    assertThat(answer.text("/qrCode/box/__typename")).isEqualTo("UnauthorizedForBaseError");
    assertThat(answer.text("/qrCode/box/baseName")).isEqualTo("Lighthouse");
  }

  @Test
  void theExistenceOfACodeIsTold() {
    assertThat(
            coordinator
                .ask("{ qrExists(code: \"%s\") }".formatted(FREE_CODE))
                .ok()
                .text("/qrExists"))
        .isEqualTo("true");
    assertThat(coordinator.ask("{ qrExists(code: \"000\") }").ok().text("/qrExists"))
        .isEqualTo("false");
    assertThat(coordinator.ask("{ qrExists(code: \"📦\") }").ok().text("/qrExists"))
        .isEqualTo("false");
    assertThat(coordinator.ask("{ qrExists }").ok().text("/qrExists")).isEqualTo("false");
    assertThat(server.as(TestUser.with("stock:read")).ask("{ qrExists(code: \"000\") }").errors())
        .containsExactly("FORBIDDEN qrExists");
  }

  @Test
  void theBoxesOfManyCodesAreReadAtOnce() {
    String query =
        """
        query ($first: Int) {
          boxes(baseId: 1, paginationInput: {first: $first}) {
            elements { qrCode { id box { ... on Box { id } } } }
          }
        }
        """;

    List<String> many = statements(query, 1000);

    assertThat(many).hasSizeBetween(statements(query, 1).size(), statements(query, 1).size() + 1);
  }

  @Test
  void refusedBoxesAreNamedAtOnce() {
    TestUser user = TestUser.coordinator();
    List<String> codes =
        server
            .sql()
            .select(QR_CODE.CODE)
            .from(BOX)
            .join(QR_CODE)
            .on(QR_CODE.ID.eq(BOX.QR_CODE_ID))
            .where(BOX.ID.in(2001, 3001, 4001, 5001))
            .fetch(QR_CODE.CODE);
    StringBuilder query = new StringBuilder("{");
    for (int at = 0; at < codes.size(); at++) {
      query.append(
          """
           c%d: qrCode(code: "%s") {
             ... on QrCode { box { __typename ... on UnauthorizedForBaseError { name } } }
           }
          """
              .formatted(at, codes.get(at)));
    }
    query.append("}");

    List<String> statements =
        server.statementsOf(
            () -> {
              Answer answer = server.as(user).ask(query.toString()).ok();
              assertThat(answer.text("/c0/box/name")).isEqualTo("Riverside");
              assertThat(answer.text("/c3/box/name")).isEqualTo("Orchard");
            });

    assertThat(statements).hasSize(codes.size() + 3);
  }

  private List<String> statements(String query, int first) {
    return server.statementsOf(() -> coordinator.ask(query, Map.of("first", first)).ok());
  }

  private String codeOf(int box) {
    return server
        .sql()
        .select(QR_CODE.CODE)
        .from(QR_CODE)
        .join(BOX)
        .on(BOX.QR_CODE_ID.eq(QR_CODE.ID))
        .where(BOX.ID.eq(box))
        .fetchSingle()
        .value1();
  }
}
