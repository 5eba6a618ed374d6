package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.QR_CODE;
import static org.boxtribute.server.security.Permission.QR_CREATE;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

final class QrCodeMutationsIT {
  private static final String IN_STOCK = "10001001";
  private static final String IN_TRANSIT = "10001611";
  private static final String CREATE =
      """
      mutation ($label: String) {
        createQrCode(boxLabelIdentifier: $label) {
          id code createdOn box { ... on Box { labelIdentifier qrCode { id } } }
        }
      }
      """;

  private final TestServer server = TestServer.forWrites();
  private final BoxTable boxes = new BoxTable(server);
  private final Client coordinator = server.as(TestUser.coordinator());

  @Test
  void aNewCodeIsTheHashOfItsId() throws Exception {
    Answer answer = coordinator.ask(CREATE).ok();

    String id = answer.text("/createQrCode/id");
    byte[] hash = MessageDigest.getInstance("MD5").digest(id.getBytes(StandardCharsets.US_ASCII));
    assertThat(answer.text("/createQrCode/code")).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(answer.at("/createQrCode/box").isNull()).isTrue();
    QrCodeRecord stored = server.sql().fetchSingle(QR_CODE, QR_CODE.ID.eq(Integer.valueOf(id)));
    assertThat(stored.getCode()).isEqualTo(answer.text("/createQrCode/code"));
    assertThat(stored.getCreatedOn()).isNotNull();
    assertThat(stored.getLegacy()).isZero();
  }

  @Test
  void aNewCodeIsPutOnABox() {
    BoxRecord box = boxes.copyOf(IN_STOCK);

    Answer answer = coordinator.ask(CREATE, label(box)).ok();

    assertThat(answer.text("/createQrCode/box/labelIdentifier"))
        .isEqualTo(box.getLabelIdentifier());
    assertThat(answer.text("/createQrCode/box/qrCode/id"))
        .isEqualTo(answer.text("/createQrCode/id"));
    assertThat(boxes.history(box.getId()))
        .containsExactly("New Qr-code assigned by pdf generation. by 3");
    assertThat(boxes.row(box.getLabelIdentifier()).getLastModifiedOn())
        .isEqualTo(box.getLastModifiedOn());
  }

  @Test
  void anUnknownBoxIsBadInput() {
    Answer answer =
        boxes.unchangedBy(() -> coordinator.ask(CREATE, Map.of("label", "no such box")));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT createQrCode");
  }

  @Test
  void creatingNeedsThePermissionAndForABoxThatOfItsBaseToo() {
    BoxRecord box = boxes.copyOf(IN_STOCK);

    for (TestUser user :
        List.of(
            TestUser.coordinator().without(QR_CREATE),
            TestUser.coordinator().without(STOCK_WRITE),
            TestUser.coordinator(6, 1, 2),
            TestUser.coordinator(7, 2, 3))) {
      Answer answer = boxes.unchangedBy(() -> server.as(user).ask(CREATE, label(box)));
      assertThat(answer.errors()).containsExactly("FORBIDDEN createQrCode");
    }
    server.as(TestUser.coordinator(6, 1, 2)).ask(CREATE).ok();
  }

  @Test
  void creatingNeedsTheBetaLevel() {
    assertThat(server.as(TestUser.coordinator().atBetaLevel(0)).ask(CREATE).status())
        .isEqualTo(400);
    server.as(TestUser.coordinator().atBetaLevel(1)).ask(CREATE).ok();
  }

  @Test
  void aBoxOnItsWayIsClosedToThirdBases() {
    Answer answer =
        boxes.unchangedBy(
            () ->
                server
                    .as(TestUser.coordinator(9, 3, 5, 7))
                    .ask(CREATE, Map.of("label", IN_TRANSIT)));

    assertThat(answer.errors()).containsExactly("FORBIDDEN createQrCode");
  }

  @Test
  void manyCodesForOneBoxLeaveItWithOneOfThem() {
    BoxRecord box = boxes.copyOf(IN_STOCK);

    List<Answer> answers = Crowd.asks(32, number -> coordinator.ask(CREATE, label(box)).ok());

    assertThat(answers)
        .extracting(answer -> answer.text("/createQrCode/code"))
        .doesNotHaveDuplicates();
    assertThat(answers)
        .extracting(answer -> answer.at("/createQrCode/id").asInt())
        .contains(boxes.row(box.getLabelIdentifier()).getQrCodeId());
    assertThat(boxes.history(box.getId())).hasSize(32);
  }

  private static Map<String, Object> label(BoxRecord box) {
    return Map.of("label", box.getLabelIdentifier());
  }
}
