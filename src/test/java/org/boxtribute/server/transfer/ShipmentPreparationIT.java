package org.boxtribute.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.security.Permission.SHIPMENT_DETAIL_WRITE;
import static org.boxtribute.server.security.Permission.SHIPMENT_EDIT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.testing.Unique;
import org.boxtribute.server.warehouse.BoxState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ShipmentPreparationIT {
  private static final int UNKNOWN_ID = 987_654;

  private final TestServer server = TestServer.forWrites();
  private final TransferTables tables = new TransferTables(server);
  private final ShipmentRequests requests = new ShipmentRequests(server);
  private final Site source = tables.newSite(3);
  private final Site target = tables.newSite(7);
  private final TestUser sender = source.coordinator();
  private final int shipment = requests.started(source, target);

  @Test
  void aBoxInStockIsAddedAsItIs() {
    BoxRecord box = tables.newBox(source);
    tables.tag(box, source.tag());

    Answer answer = requests.prepare(sender, shipment, List.of(box)).ok();

    assertThat(answer.text("/result/state")).isEqualTo("Preparing");
    assertThat(answer.at("/result/details")).hasSize(1);
    String detail = "/result/details/0";
    assertThat(answer.text(detail + "/box/state")).isEqualTo("MarkedForShipment");
    assertThat(answer.at(detail + "/sourceProduct/id").asInt()).isEqualTo(source.product());
    assertThat(answer.at(detail + "/sourceLocation/id").asInt()).isEqualTo(source.location());
    assertThat(answer.at(detail + "/sourceSize/id").asInt()).isEqualTo(TransferTables.SMALL);
    assertThat(answer.at(detail + "/sourceQuantity").asInt()).isEqualTo(10);
    assertThat(answer.text(detail + "/createdBy/id")).isEqualTo("3");
    for (String absent :
        List.of("targetProduct", "targetLocation", "targetSize", "targetQuantity", "removedOn")) {
      assertThat(answer.at(detail + "/" + absent).isNull()).as(absent).isTrue();
    }
    BoxRecord stored = tables.box(box);
    assertThat(stored.getLastModifiedOn()).isEqualTo(answer.text(detail + "/createdOn"));
    assertThat(stored.getLastModifiedBy()).isEqualTo(3);
    assertThat(tables.history(box)).containsExactly("box_state_id 1 3 by 3");
    assertThat(tables.taggings(box)).allMatch(tagging -> tagging.getDeletedOn() == null);
  }

  @Test
  void aBoxWithoutSizeOrNumberIsAdded() {
    BoxRecord box =
        tables.newBox(
            source,
            it -> {
              it.setSizeId(null);
              it.setNumberOfItems(null);
            });

    Answer answer = requests.prepare(sender, shipment, List.of(box)).ok();

    assertThat(answer.at("/result/details/0/sourceSize").isNull()).isTrue();
    assertThat(answer.at("/result/details/0/sourceQuantity").isNull()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = BoxState.class, mode = EnumSource.Mode.EXCLUDE, names = "IN_STOCK")
  void aBoxThatIsNotInStockIsPassedOver(BoxState state) {
    BoxRecord box = tables.newBox(source, it -> it.setState(state));

    tables.unchangedBy(() -> requests.prepare(sender, shipment, List.of(box)).ok());
  }

  @Test
  void aBoxOfAnotherBaseIsPassedOver() {
    Site sibling = tables.newSite(3, source.organisation());
    List<BoxRecord> boxes = List.of(tables.newBox(sibling), tables.newBox(target));
    TestUser user = TestUser.coordinator(3, source.organisation(), source.base(), sibling.base());

    tables.unchangedBy(() -> requests.prepare(user, shipment, boxes).ok());
  }

  @Test
  void aDeletedOrUnknownBoxIsPassedOver() {
    BoxRecord deleted = tables.newBox(source, box -> box.setDeletedOn(TransferTables.LONG_AGO));

    tables.unchangedBy(
        () ->
            requests
                .updatePreparing(
                    sender,
                    shipment,
                    Map.of(
                        "preparedBoxLabelIdentifiers",
                        List.of(deleted.getLabelIdentifier(), Unique.label(), "", "no label")))
                .ok());
  }

  @Test
  void whatFitsIsAddedBesideWhatDoesNot() {
    BoxRecord fit = tables.newBox(source);
    BoxRecord unfit = tables.newBox(source, box -> box.setState(BoxState.DONATED));

    Answer answer = requests.prepare(sender, shipment, List.of(unfit, fit, fit)).ok();

    assertThat(answer.at("/result/details")).hasSize(1);
    assertThat(tables.states(List.of(fit, unfit)))
        .containsExactly(BoxState.MARKED_FOR_SHIPMENT, BoxState.DONATED);
  }

  @Test
  void aBoxOfAnotherShipmentStaysThere() {
    BoxRecord box = tables.newBox(source);
    requests.prepared(source, target, List.of(box));

    tables.unchangedBy(() -> requests.prepare(sender, shipment, List.of(box)).ok());
    tables.unchangedBy(() -> requests.takeOut(sender, shipment, List.of(box)).ok());
  }

  @Test
  void whatIsTakenOutIsInStockAgain() {
    List<BoxRecord> boxes = tables.newBoxes(source, 2);
    requests.prepare(sender, shipment, boxes).ok();

    Answer answer = requests.takeOut(sender, shipment, boxes.subList(0, 1)).ok();

    assertThat(answer.at("/result/details")).hasSize(2);
    assertThat(answer.text("/result/details/0/removedBy/id")).isEqualTo("3");
    assertThat(answer.text("/result/details/0/box/state")).isEqualTo("InStock");
    assertThat(answer.at("/result/details/1/removedOn").isNull()).isTrue();
    assertThat(tables.box(boxes.getFirst()).getLastModifiedOn())
        .isEqualTo(answer.text("/result/details/0/removedOn"));
    assertThat(tables.history(boxes.getFirst()))
        .containsExactly("box_state_id 1 3 by 3", "box_state_id 3 1 by 3");
    tables.unchangedBy(() -> requests.takeOut(sender, shipment, boxes.subList(0, 1)).ok());
  }

  @Test
  void whatWasTakenOutMayBeAddedAgain() {
    List<BoxRecord> boxes = tables.newBoxes(source, 1);
    requests.prepare(sender, shipment, boxes).ok();
    requests.takeOut(sender, shipment, boxes).ok();
    requests.prepare(sender, shipment, boxes).ok();

    assertThat(tables.details(shipment))
        .extracting(detail -> detail.getRemovedOn() == null)
        .containsExactly(false, true);
    assertThat(tables.states(boxes)).containsExactly(BoxState.MARKED_FOR_SHIPMENT);
  }

  @ParameterizedTest
  @EnumSource(value = BoxState.class, mode = EnumSource.Mode.EXCLUDE, names = "MARKED_FOR_SHIPMENT")
  void onlyWhatIsMarkedIsTakenOut(BoxState state) {
    BoxRecord box = tables.newBox(source);
    requests.prepare(sender, shipment, List.of(box)).ok();
    tables.setState(box, state);

    tables.unchangedBy(() -> requests.takeOut(sender, shipment, List.of(box)).ok());
  }

  @Test
  void whatIsBothAddedAndTakenOutIsOut() {
    BoxRecord box = tables.newBox(source);
    List<String> labels = List.of(box.getLabelIdentifier());

    requests
        .updatePreparing(
            sender,
            shipment,
            Map.of("preparedBoxLabelIdentifiers", labels, "removedBoxLabelIdentifiers", labels))
        .ok();

    assertThat(tables.states(List.of(box))).containsExactly(BoxState.IN_STOCK);
    assertThat(tables.details(shipment)).allMatch(detail -> detail.getRemovedOn() != null);
  }

  @Test
  void whatIsAbsentNullOrEmptyChangesNothing() {
    Map<String, Object> nulls = new HashMap<>();
    nulls.put("preparedBoxLabelIdentifiers", null);
    nulls.put("removedBoxLabelIdentifiers", null);
    nulls.put("targetBaseId", null);

    for (Map<String, ?> nothing :
        List.of(
            Map.<String, Object>of(),
            nulls,
            Map.of(
                "preparedBoxLabelIdentifiers", List.of(),
                "removedBoxLabelIdentifiers", List.of(),
                "targetBaseId", target.base()))) {
      tables.unchangedBy(() -> requests.updatePreparing(sender, shipment, nothing).ok());
    }
  }

  @Test
  void theTargetMayBeAnotherBaseOfTheAgreement() {
    Site other = tables.newSite(7, target.organisation());
    int agreement =
        tables.newAgreement(
            TransferAgreementType.SENDING_TO,
            TransferAgreementState.ACCEPTED,
            Set.of(source.base()),
            Set.of(target.base(), other.base()));
    int wide =
        requests
            .create(sender, source.base(), target.base(), agreement)
            .ok()
            .at("/result/id")
            .asInt();

    Answer answer = requests.redirect(sender, wide, other.base()).ok();

    assertThat(answer.at("/result/targetBase/id").asInt()).isEqualTo(other.base());
    assertThat(tables.shipment(wide).getTargetBaseId()).isEqualTo(other.base());
    tables.setState(agreement, TransferAgreementState.CANCELED);
    assertNotRedirected(wide, target.base());
  }

  @Test
  void underAnAgreementTheTargetIsOneOfItsBases() {
    int other = tables.newBase(target.organisation());
    int sibling = tables.newBase(source.organisation());

    for (int unfit : List.of(other, sibling, source.base(), UNKNOWN_ID, 0)) {
      assertNotRedirected(shipment, unfit);
    }
  }

  @Test
  void withinAnOrganisationTheTargetIsAnotherOfItsBases() {
    int sibling = tables.newBase(source.organisation());
    int other = tables.newBase(source.organisation());
    int inner = requests.create(sender, source.base(), sibling, null).ok().at("/result/id").asInt();

    requests.redirect(sender, inner, other).ok();

    assertThat(tables.shipment(inner).getTargetBaseId()).isEqualTo(other);
    int closed = tables.newDeletedBase(source.organisation());
    for (int unfit : List.of(source.base(), target.base(), closed, UNKNOWN_ID)) {
      assertNotRedirected(inner, unfit);
    }
  }

  @Test
  void aTargetThatDoesNotFitTakesAllBack() {
    BoxRecord box = tables.newBox(source);

    Answer answer =
        tables.unchangedBy(
            () ->
                requests.updatePreparing(
                    sender,
                    shipment,
                    Map.of(
                        "preparedBoxLabelIdentifiers",
                        List.of(box.getLabelIdentifier()),
                        "targetBaseId",
                        UNKNOWN_ID)));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
  }

  @ParameterizedTest
  @EnumSource(value = ShipmentState.class, mode = EnumSource.Mode.EXCLUDE, names = "PREPARING")
  void aShipmentThatIsNotPreparedStaysAsItIs(ShipmentState state) {
    BoxRecord box = tables.newBox(source);
    tables.setState(shipment, state);

    Answer answer = tables.unchangedBy(() -> requests.prepare(sender, shipment, List.of(box)));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(answer.body().at("/errors/0/extensions/description").asText())
        .contains(state.apiName());
  }

  @Test
  void anUnknownShipmentIsNamed() {
    Answer answer = requests.prepare(sender, UNKNOWN_ID, List.of());

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(answer.body().at("/errors/0/extensions/description").asText())
        .contains(String.valueOf(UNKNOWN_ID));
  }

  @Test
  void onlyTheSourcePrepares() {
    BoxRecord box = tables.newBox(source);
    for (TestUser refused :
        List.of(
            target.coordinator(),
            TestUser.coordinator(9, 3, 5, 7),
            sender.in(tables.newBase(source.organisation())),
            sender.without(SHIPMENT_EDIT),
            sender.without(SHIPMENT_DETAIL_WRITE))) {
      Answer answer = tables.unchangedBy(() -> requests.prepare(refused, shipment, List.of(box)));
      assertThat(answer.errors()).containsExactly("FORBIDDEN result");
    }
  }

  private void assertNotRedirected(int id, int base) {
    Answer answer = tables.unchangedBy(() -> requests.redirect(sender, id, base));

    assertThat(answer.errors()).as("base %s", base).containsExactly("BAD_USER_INPUT result");
  }
}
