package org.boxtribute.server.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.CREATE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.DEACTIVATE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.OTHER_BASE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.UPDATE;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.creation;
import static org.boxtribute.server.beneficiary.BeneficiaryTable.update;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.NewHistory;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

/** Who is the head of whose family, and what becomes of a family when its head leaves. */
final class BeneficiaryFamilyIT {
  private static final int CLIENTS = 32;

  private final TestServer server = TestServer.forWrites();
  private final BeneficiaryTable table = new BeneficiaryTable(server);
  private final Client coordinator = server.as(TestUser.coordinator());
  private final NewHistory history = new NewHistory(server);

  @Test
  void aMemberComesAfterTheHeadInTheOlderApplication() {
    int head = person();
    int created = member(head);
    int joined = person();
    join(joined, head).ok();

    assertThat(table.row(head).getSeq()).isEqualTo(1);
    assertThat(table.row(created).getSeq()).isEqualTo(2);
    assertThat(table.row(created).getFamilyHeadId()).isEqualTo(head);
    assertThat(table.row(joined).getSeq()).isEqualTo(2);
    assertThat(table.row(joined).getFamilyHeadId()).isEqualTo(head);
    assertThat(table.history(joined)).containsExactly("parent_id null " + head + " by 3");
  }

  @Test
  void anUpdateWithoutAHeadLeavesThePlaceInTheFamily() {
    int head = person();
    int member = member(head);

    coordinator.ask(UPDATE, update(member, Map.of("lastName", "Other"))).ok();

    assertThat(table.row(member).getFamilyHeadId()).isEqualTo(head);
    assertThat(table.row(member).getSeq()).isEqualTo(2);
  }

  @Test
  void aMemberMayGetAnotherHead() {
    int head = person();
    int member = member(head);
    int other = person();

    join(member, other).ok();

    assertThat(table.row(member).getFamilyHeadId()).isEqualTo(other);
    assertThat(table.history(member)).containsExactly("parent_id " + head + " " + other + " by 3");
  }

  @Test
  void aHeadOfAnotherBaseIsRefusedAsIfTheyWereNotThere() {
    int stranger = person();
    table.legacy("update people set camp_id = %d where id = %d".formatted(OTHER_BASE, stranger));
    int person = person();

    Answer known = join(person, stranger);
    Answer unknown = join(person, 987_654);

    assertRefused(known, person);
    assertRefused(unknown, person);
    assertThat(description(known).replace(String.valueOf(stranger), ""))
        .isEqualTo(description(unknown).replace("987654", ""));
    assertThat(coordinator.ask(CREATE, creation(Map.of("familyHeadId", stranger))).errors())
        .containsExactly("BAD_USER_INPUT result");
    assertThat(coordinator.ask(CREATE, creation(Map.of("familyHeadId", -1))).errors())
        .containsExactly("BAD_USER_INPUT result");
  }

  @Test
  void nobodyIsTheirOwnHead() {
    int person = person();

    assertRefused(join(person, person), person);
    assertThat(description(join(person, person))).contains("their own family head");
  }

  @Test
  void aDeactivatedHeadIsRefused() {
    int head = person();
    coordinator.ask(DEACTIVATE, Map.of("id", head)).ok();
    int person = person();

    assertRefused(join(person, head), person);
    Answer created = coordinator.ask(CREATE, creation(Map.of("familyHeadId", head)));
    assertThat(created.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(description(created)).contains("deactivated");
  }

  @Test
  void aCircleOfHeadsIsRefused() {
    int top = person();
    int middle = member(top);
    int bottom = member(middle);

    assertRefused(join(top, middle), top);
    assertRefused(join(top, bottom), top);
    assertThat(description(join(top, bottom))).contains("member of the family");
  }

  @Test
  void aCircleThatIsThereAlreadyDoesNotHoldOthersUp() {
    int one = person();
    int other = member(one);
    table.legacy("update people set parent_id = %d where id = %d".formatted(other, one));
    int person = person();

    join(person, one).ok();
    coordinator.ask(DEACTIVATE, Map.of("id", one)).ok();

    assertThat(List.of(one, other, person)).allMatch(id -> table.row(id).getDeletedOn() != null);
  }

  @Test
  void whoKeepsTheirHeadKeepsThemWhateverHasBecomeOfThem() {
    int head = person();
    int member = member(head);
    table.legacy("update people set deleted = '2025-01-01 00:00:00' where id = %d".formatted(head));

    coordinator.ask(UPDATE, update(member, Map.of("familyHeadId", head, "lastName", "Other"))).ok();

    assertThat(table.row(member).getFamilyHeadId()).isEqualTo(head);
  }

  @Test
  void aDeactivatedHeadTakesTheActiveMembersAlong() {
    int head = person();
    int member = member(head);
    int gone = member(head);
    int below = member(member);
    table.legacy("update people set deleted = '2025-01-01 00:00:00' where id = %d".formatted(gone));
    int ofOtherBase = member(head);
    table.legacy("update people set camp_id = %d where id = %d".formatted(OTHER_BASE, ofOtherBase));
    Instant modified = table.row(head).getLastModifiedOn();
    history.forget();

    Answer answer = coordinator.ask(DEACTIVATE, Map.of("id", head)).ok();

    assertThat(answer.at("/result/active").asBoolean()).isFalse();
    Instant now = Objects.requireNonNull(table.row(head).getDeletedOn());
    assertThat(table.row(member).getDeletedOn()).isEqualTo(now);
    assertThat(table.row(below).getDeletedOn()).isEqualTo(now);
    assertThat(table.row(gone).getDeletedOn()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
    assertThat(table.row(ofOtherBase).getDeletedOn()).isNull();
    assertThat(table.row(head).getLastModifiedOn()).isEqualTo(modified);
    assertThat(history.entries())
        .extracting(entry -> entry.getRecordId() + " " + BeneficiaryTable.words(entry))
        .containsExactly(
            below + " Record deleted by 3",
            member + " Record deleted by 3",
            head + " Record deleted by 3");
  }

  @Test
  void aDeactivatedMemberLeavesTheOthers() {
    int head = person();
    int member = member(head);
    int other = member(head);

    coordinator.ask(DEACTIVATE, Map.of("id", member)).ok();

    assertThat(table.row(head).getDeletedOn()).isNull();
    assertThat(table.row(other).getDeletedOn()).isNull();
    assertThat(table.row(member).getFamilyHeadId()).isEqualTo(head);
  }

  @Test
  void toDeactivateAgainChangesNoTime() {
    int head = person();
    int member = member(head);
    coordinator.ask(DEACTIVATE, Map.of("id", head)).ok();
    table.legacy(
        "update people set deleted = '2025-01-01 00:00:00' where id in (%d, %d)"
            .formatted(head, member));
    history.forget();

    coordinator.ask(DEACTIVATE, Map.of("id", head)).ok();

    assertThat(table.stored(head, "deleted")).isEqualTo("2025-01-01 00:00:00");
    assertThat(table.stored(member, "deleted")).isEqualTo("2025-01-01 00:00:00");
    assertThat(history.entries()).isEmpty();
  }

  @Test
  void manyWhoJoinEachOthersFamiliesCloseNoCircle() {
    List<Integer> people = IntStream.range(0, 8).map(number -> person()).boxed().toList();

    List<Answer> answers =
        Crowd.asks(
            CLIENTS,
            number -> {
              int person = people.get(number % 8);
              int head = people.get((number + 1 + number / 8) % 8);
              return join(person, head);
            });

    assertThat(answers).filteredOn(answer -> answer.errors().isEmpty()).isNotEmpty();
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.errors()).isSubsetOf("BAD_USER_INPUT result"));
    for (int person : people) {
      Integer above = person;
      for (int step = 0; step < 8 && above != null; step++) {
        above = table.row(above).getFamilyHeadId();
      }
      assertThat(above).as("above " + person).isNull();
    }
  }

  @Test
  void nobodyJoinsAHeadWhoLeavesAtTheSameTimeAndStays() {
    List<Integer> heads = IntStream.range(0, 4).map(number -> person()).boxed().toList();
    List<Integer> others = IntStream.range(0, CLIENTS).map(number -> person()).boxed().toList();

    List<Answer> answers =
        Crowd.asks(
            CLIENTS,
            number -> {
              int head = heads.get(number % 4);
              return switch (number / 4 % 4) {
                case 0 -> coordinator.ask(DEACTIVATE, Map.of("id", head));
                case 1 -> coordinator.ask(CREATE, creation(Map.of("familyHeadId", head)));
                default -> join(others.get(number), head);
              };
            });

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.errors()).isSubsetOf("BAD_USER_INPUT result"));
    for (int head : heads) {
      assertThat(table.row(head).getDeletedOn()).isNotNull();
      assertThat(table.history(head)).containsExactly("Record deleted by 3");
      assertThat(table.activeMembers(head)).isEmpty();
    }
  }

  private int person() {
    return table.newPerson(coordinator, Map.of());
  }

  private int member(int head) {
    return table.newPerson(coordinator, Map.of("familyHeadId", head));
  }

  private Answer join(int person, int head) {
    return coordinator.ask(UPDATE, update(person, Map.of("familyHeadId", head)));
  }

  private void assertRefused(Answer answer, int person) {
    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT result");
    assertThat(table.row(person).getFamilyHeadId()).isNull();
    assertThat(table.history(person)).isEmpty();
  }

  private static String description(Answer answer) {
    return answer.body().at("/errors/0/extensions/description").asText();
  }
}
