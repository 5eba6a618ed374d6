package org.boxtribute.server.warehouse;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Forbidden;
import org.boxtribute.server.testing.TestServer;
import org.junit.jupiter.api.Test;

/** How any room changes boxes. */
final class BoxesIT {
  private static final int USER = 3;

  private final TestServer server = TestServer.forWrites();
  private final BoxTable table = new BoxTable(server);
  private final Transactions transactions = server.bean(Transactions.class);
  private final Boxes boxes = server.bean(Boxes.class);

  @Test
  void fiveHundredBoxesTakeAsManyStatementsAsTwo() {
    List<BoxRecord> few = blankets(2);
    List<BoxRecord> many = blankets(500);

    List<String> ofFew = server.statementsOf(() -> change(few, BoxesIT::markEachWithItsWeight));
    List<String> ofMany = server.statementsOf(() -> change(many, BoxesIT::markEachWithItsWeight));

    assertThat(ofMany).hasSameSizeAs(ofFew);
    assertThat(table.row(many.get(499).getLabelIdentifier()))
        .satisfies(
            box -> {
              assertThat(box.getState()).isEqualTo(BoxState.MARKED_FOR_SHIPMENT);
              assertThat(box.getWeight()).isEqualByComparingTo("500");
              assertThat(box.getLastModifiedBy()).isEqualTo(USER);
              assertThat(box.getLastModifiedOn()).isAfter(BoxTable.LONG_AGO);
            });
    assertThat(table.history(many.get(499).getId()))
        .containsExactly(
            "box_state_id 1 3 by 3", "changed weight from \"\" to 500.00kg 500.0 by 3");
  }

  @Test
  void eachBoxGetsWhatIsItsOwnAndKeepsTheRest() {
    List<BoxRecord> three = blankets(3);

    change(
        three,
        (number, box) -> {
          if (number == 1) {
            box.setNumberOfItems(null);
            box.setComment("wet");
          } else if (number == 2) {
            box.setNumberOfItems(7);
            box.setState(BoxState.LOST);
          }
        });

    assertThat(three.stream().map(box -> table.row(box.getLabelIdentifier())))
        .extracting(BoxRecord::getNumberOfItems, BoxRecord::getComment, BoxRecord::getState)
        .containsExactly(
            tuple(null, "wet", BoxState.IN_STOCK),
            tuple(7, "", BoxState.LOST),
            tuple(10, "", BoxState.IN_STOCK));
    assertThat(table.row(three.get(2).getLabelIdentifier())).isEqualTo(three.get(2));
    assertThat(table.history(three.get(2).getId())).isEmpty();
  }

  @Test
  void boxesThatAreAsTheyWereCostNoStatement() {
    List<BoxRecord> two = blankets(2);

    List<String> statements =
        server.statementsOf(
            () -> change(two, (number, box) -> box.setNumberOfItems(box.getNumberOfItems())));

    assertThat(statements).noneMatch(statement -> statement.startsWith("update"));
    assertThat(table.row(two.getFirst().getLabelIdentifier())).isEqualTo(two.getFirst());
  }

  @Test
  void aDeletionAndANewQrCodeAreToldButAreNoModification() {
    List<BoxRecord> two = blankets(2);
    int qrCode = table.newQrCode().getId();

    transactions.run(
        user(1),
        transaction -> {
          List<BoxRecord> locked = boxes.lockByIds(transaction, Boxes.ids(two));
          locked.get(0).setDeletedOn(transaction.now());
          locked.get(1).setQrCodeId(qrCode);
          boxes.store(transaction, locked);
          return locked;
        });

    BoxRecord deleted = table.row(two.get(0).getLabelIdentifier());
    BoxRecord labelled = table.row(two.get(1).getLabelIdentifier());
    assertThat(deleted.getDeletedOn()).isNotNull();
    assertThat(labelled.getDeletedOn()).isNull();
    assertThat(labelled.getQrCodeId()).isEqualTo(qrCode);
    assertThat(List.of(deleted, labelled))
        .extracting(BoxRecord::getLastModifiedOn)
        .containsOnly(BoxTable.LONG_AGO);
    assertThat(table.history(deleted.getId())).containsExactly("Record deleted by 3");
    assertThat(table.history(labelled.getId()))
        .containsExactly("New Qr-code assigned by pdf generation. by 3");
  }

  @Test
  void boxesAreLockedByLabelOrByIdInTheOrderOfTheirIds() {
    List<BoxRecord> three = blankets(3);
    Set<String> labels =
        three.stream().map(BoxRecord::getLabelIdentifier).collect(toCollection(TreeSet::new));
    labels.add("no box");

    List<List<BoxRecord>> locked =
        transactions.run(
            user(1),
            transaction ->
                List.of(
                    boxes.lock(transaction, labels),
                    boxes.lockByIds(transaction, Boxes.ids(three))));

    assertThat(locked)
        .hasSize(2)
        .allSatisfy(list -> assertThat(list).containsExactlyElementsOf(three));
  }

  @Test
  void ofSeveralBoxesTheFirstOutOfReachIsRefused() {
    List<BoxRecord> two = blankets(2);

    assertThatThrownBy(() -> transactions.run(user(2), transaction -> checked(transaction, two)))
        .isInstanceOfSatisfying(Forbidden.class, refusal -> assertThat(refusal.base()).hasValue(1));
    List<BoxRecord> checked = transactions.run(user(1), transaction -> checked(transaction, two));
    assertThat(checked).containsExactlyElementsOf(two);
  }

  private List<BoxRecord> checked(Transaction transaction, List<BoxRecord> of) {
    List<BoxRecord> locked = boxes.lockByIds(transaction, Boxes.ids(of));
    boxes.check(transaction, STOCK_WRITE, locked);
    return locked;
  }

  private void change(List<BoxRecord> of, BiConsumer<Integer, BoxRecord> change) {
    Set<String> labels = of.stream().map(BoxRecord::getLabelIdentifier).collect(toSet());
    transactions.run(
        user(1),
        transaction -> {
          List<BoxRecord> locked = boxes.lock(transaction, labels);
          boxes.check(transaction, STOCK_WRITE, locked);
          for (int number = 1; number <= locked.size(); number++) {
            change.accept(number, locked.get(number - 1));
          }
          boxes.store(transaction, locked);
          return boxes.written(transaction, locked);
        });
  }

  private static void markEachWithItsWeight(int number, BoxRecord box) {
    box.setState(BoxState.MARKED_FOR_SHIPMENT);
    box.setWeight(new BigDecimal(number));
  }

  private List<BoxRecord> blankets(int count) {
    return IntStream.range(0, count).mapToObj(number -> table.blankets(box -> {})).toList();
  }

  private static CurrentUser user(int base) {
    String prefix = "https://www.boxtribute.com/";
    return CurrentUser.fromClaims(
        Map.of(
            "sub",
            "auth0|" + USER,
            prefix + "roles",
            List.of("coordinator"),
            prefix + "permissions",
            List.of("stock:write"),
            prefix + "base_ids",
            List.of(base),
            prefix + "organisation_id",
            1));
  }
}
