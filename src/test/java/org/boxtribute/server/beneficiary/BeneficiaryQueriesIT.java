package org.boxtribute.server.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;
import static org.jooq.impl.DSL.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.LegacyRows;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BeneficiaryQueriesIT {
  private static final TestUser COORDINATOR = TestUser.coordinator();
  private static final TestUser OTHER_BASE = TestUser.coordinator(6, 1, 2);
  private static final TestUser OTHER_ORGANISATION = TestUser.coordinator(7, 2, 3);

  private final TestServer server = TestServer.shared();

  @Test
  void aBeneficiaryTellsWhoTheyAre() {
    Answer answer =
        server
            .as(COORDINATOR)
            .ask(
                """
                { beneficiary(id: 1001) {
                    id firstName lastName gender groupIdentifier phoneNumber comment
                    isVolunteer registered active signed signature dateOfSignature
                    base { id } familyHead { id } createdOn createdBy { id }
                    lastModifiedOn lastModifiedBy { id } } }
                """)
            .ok();

    JsonNode beneficiary = answer.at("/beneficiary");
    assertThat(beneficiary.at("/groupIdentifier").asText()).isEqualTo("A001");
    assertThat(beneficiary.at("/phoneNumber").asText()).isEqualTo("+44 1632 960000");
    assertThat(beneficiary.at("/comment").asText()).isEmpty();
    assertThat(beneficiary.at("/isVolunteer").asBoolean()).isFalse();
    assertThat(beneficiary.at("/registered").asBoolean()).isTrue();
    assertThat(beneficiary.at("/active").asBoolean()).isTrue();
    assertThat(beneficiary.at("/signed").asBoolean()).isTrue();
    assertThat(beneficiary.at("/signature").asText()).startsWith("[{\"lx\":0");
    assertThat(beneficiary.at("/dateOfSignature").asText())
        .isEqualTo(beneficiary.at("/createdOn").asText().substring(0, 10));
    assertThat(beneficiary.at("/base/id").asText()).isEqualTo("1");
    assertThat(beneficiary.at("/familyHead").isNull()).isTrue();
    assertThat(beneficiary.at("/createdBy/id").asText()).isEqualTo("3");
    assertThat(beneficiary.at("/lastModifiedBy/id").asText()).isEqualTo("3");
  }

  @Test
  void theMembersOfAFamilyLeadToItsHead() {
    Answer answer =
        server
            .as(COORDINATOR)
            .ask(
                """
                { head: beneficiary(id: 1007) { familyHead { id } active }
                  member: beneficiary(id: 1008) { familyHead { id } active }
                  deactivated: beneficiary(id: 1009) { familyHead { id } active } }
                """)
            .ok();

    assertThat(answer.at("/head/familyHead").isNull()).isTrue();
    assertThat(answer.text("/member/familyHead/id")).isEqualTo("1007");
    assertThat(answer.text("/deactivated/familyHead/id")).isEqualTo("1007");
    assertThat(answer.at("/member/active").asBoolean()).isTrue();
    assertThat(answer.at("/deactivated/active").asBoolean()).isFalse();
  }

  @Test
  void theAgeIsCountedInFullYears() {
    Answer answer =
        server.as(COORDINATOR).ask("{ beneficiary(id: 1001) { age dateOfBirth } }").ok();

    LocalDate birth = LocalDate.parse(answer.text("/beneficiary/dateOfBirth"));
    LocalDate today = LocalDate.now(server.bean(Clock.class));
    assertThat(answer.at("/beneficiary/age").asInt())
        .isEqualTo(Period.between(birth, today).getYears())
        .isPositive();
  }

  @Test
  void unknownAndZeroDatesAreNull() {
    Answer answer =
        server
            .as(COORDINATOR)
            .ask(
                """
                { unknown: beneficiary(id: 1017) { dateOfBirth age }
                  zero: beneficiary(id: 1023) { dateOfBirth age dateOfSignature signature } }
                """)
            .ok();

    assertThat(answer.at("/unknown").toString()).isEqualTo("{\"dateOfBirth\":null,\"age\":null}");
    assertThat(answer.at("/zero").toString())
        .isEqualTo(
            "{\"dateOfBirth\":null,\"age\":null,\"dateOfSignature\":null,\"signature\":null}");
  }

  @Test
  void aGenderThatIsNotStoredIsDiverse() {
    Answer answer = server.as(COORDINATOR).ask("{ beneficiary(id: 1015) { gender } }").ok();

    assertThat(answer.text("/beneficiary/gender")).isEqualTo("Diverse");
  }

  @Test
  void languagesAreThoseThatTheApiHasACodeFor() {
    Answer answer =
        server
            .as(COORDINATOR)
            .ask(
                """
                { two: beneficiary(id: 1004) { languages }
                  unnamed: beneficiary(id: 1001) { languages }
                  none: beneficiary(id: 1009) { languages } }
                """)
            .ok();

    assertThat(answer.at("/two/languages").toString()).isEqualTo("[\"en\",\"fr\"]");
    assertThat(answer.at("/unnamed/languages").toString()).isEqualTo("[]");
    assertThat(answer.at("/none/languages").toString()).isEqualTo("[]");
  }

  @Test
  void tagsAreThoseThatAreAttachedNow() {
    Answer answer =
        server
            .as(COORDINATOR)
            .ask(
                """
                { one: beneficiary(id: 1004) { tags { id } }
                  ofDeletedTag: beneficiary(id: 1001) { tags { id } }
                  takenOff: beneficiary(id: 1008) { tags { id } } }
                """)
            .ok();

    assertThat(answer.texts("/one/tags", "id")).containsExactly("110");
    assertThat(answer.at("/ofDeletedTag/tags")).isEmpty();
    assertThat(answer.at("/takenOff/tags")).isEmpty();
  }

  @Test
  void aDayThatIsInNoCalendarIsNone() {
    DSLContext sql = server.sql();
    LegacyRows.write(
        sql,
        "insert into people (camp_id, firstname, lastname, date_of_birth, created)"
            + " values (1, 'Ida', 'Undated', '1980-00-00', '2024-02-00 10:00:00')");
    int id = sql.select(max(BENEFICIARY.ID)).from(BENEFICIARY).fetchSingle().value1();
    try {
      Answer answer =
          server
              .as(COORDINATOR)
              .ask(
                  """
                  { beneficiary(id: %d) { id dateOfBirth createdOn }
                    beneficiaries(paginationInput: {first: 1000}) { elements { id } } }
                  """
                      .formatted(id))
              .ok();

      assertThat(answer.at("/beneficiary/dateOfBirth").isNull()).isTrue();
      assertThat(answer.texts("/beneficiaries/elements", "id")).contains(String.valueOf(id));
    } finally {
      sql.deleteFrom(BENEFICIARY).where(BENEFICIARY.ID.eq(id)).execute();
    }
  }

  @Test
  void tokensAreTheSumOfTheTransactions() {
    Answer answer =
        server
            .as(COORDINATOR)
            .ask(
                """
                { beneficiary(id: 1007) { tokens transactions {
                    id beneficiary { id } product { id } count tokens description
                    createdOn createdBy { id } } } }
                """)
            .ok();

    JsonNode transactions = answer.at("/beneficiary/transactions");
    int sum = 0;
    for (JsonNode transaction : transactions) {
      sum += transaction.at("/tokens").asInt();
      assertThat(transaction.at("/beneficiary/id").asText()).isEqualTo("1007");
      assertThat(transaction.at("/createdBy/id").asText()).isEqualTo("5");
    }
    assertThat(transactions).hasSize(6);
    assertThat(answer.at("/beneficiary/tokens").asInt()).isEqualTo(sum);
    JsonNode first = transactions.get(0);
    assertThat(first.at("/createdOn").asText()).isEqualTo("2026-08-31T08:00:00+00:00");
    assertThat(first.at("/description").asText()).isEqualTo("Tokens, round 1");
    assertThat(first.at("/tokens").asInt()).isEqualTo(800);
    assertThat(first.at("/product").isNull()).isTrue();
    assertThat(transactions.get(1).at("/product/id").isTextual()).isTrue();
    assertThat(transactions.get(1).at("/count").asInt()).isPositive();
  }

  @Test
  void aBeneficiaryWithoutTransactionsHasNoTokens() {
    Answer answer =
        server.as(COORDINATOR).ask("{ beneficiary(id: 1008) { tokens transactions { id } } }").ok();

    assertThat(answer.at("/beneficiary").toString())
        .isEqualTo("{\"tokens\":0,\"transactions\":[]}");
  }

  @Test
  void beneficiariesComeInPagesByIdOfTheUsersBases() {
    Answer answer =
        server
            .as(COORDINATOR)
            .ask(
                """
                { beneficiaries {
                    elements { id base { id } } totalCount
                    pageInfo { hasPreviousPage hasNextPage } } }
                """)
            .ok();

    assertThat(answer.texts("/beneficiaries/elements", "id"))
        .hasSize(50)
        .startsWith("1001", "1002", "1003");
    assertThat(answer.texts("/beneficiaries/elements", "base/id")).containsOnly("1");
    assertThat(answer.at("/beneficiaries/totalCount").asInt()).isEqualTo(240);
    assertThat(answer.at("/beneficiaries/pageInfo").toString())
        .isEqualTo("{\"hasPreviousPage\":false,\"hasNextPage\":true}");
  }

  @Test
  void pagesLeadForwardsAndBackwards() {
    Client client = server.as(COORDINATOR);
    String page =
        """
        query ($page: PaginationInput) { beneficiaries(paginationInput: $page) {
            elements { id } pageInfo { hasPreviousPage hasNextPage startCursor endCursor } } }
        """;
    Answer first = client.ask(page, Map.of("page", Map.of("first", 2))).ok();
    String end = first.text("/beneficiaries/pageInfo/endCursor");
    Answer second = client.ask(page, Map.of("page", Map.of("first", 2, "after", end))).ok();
    String start = second.text("/beneficiaries/pageInfo/startCursor");
    Answer back = client.ask(page, Map.of("page", Map.of("last", 2, "before", start))).ok();

    assertThat(second.texts("/beneficiaries/elements", "id")).containsExactly("1003", "1004");
    assertThat(second.at("/beneficiaries/pageInfo/hasPreviousPage").asBoolean()).isTrue();
    assertThat(back.at("/beneficiaries")).isEqualTo(first.at("/beneficiaries"));
  }

  @Test
  void thePageBeforeACursorHasTheLastOnesBeforeIt() {
    Client client = server.as(COORDINATOR);
    String page =
        """
        query ($page: PaginationInput) { beneficiaries(paginationInput: $page) {
            elements { id } pageInfo { endCursor hasPreviousPage } } }
        """;
    String end =
        client
            .ask(page, Map.of("page", Map.of("first", 6)))
            .ok()
            .text("/beneficiaries/pageInfo/endCursor");
    Answer back = client.ask(page, Map.of("page", Map.of("last", 2, "before", end))).ok();

    assertThat(back.texts("/beneficiaries/elements", "id")).containsExactly("1004", "1005");
    assertThat(back.at("/beneficiaries/pageInfo/hasPreviousPage").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "active: true | 212",
        "active: false | 28",
        "isVolunteer: true | 8",
        "isVolunteer: false | 232",
        "registered: true | 222",
        "registered: false | 18",
        "pattern: \"A001\" | 1",
        "pattern: \"a001\" | 1",
        "pattern: \"A00\" | 0",
        "pattern: \"%\" | 0",
        "pattern: \"_\" | 0",
        "pattern: \"A LITTLE\" | 30",
        "pattern: \"حذاء\" | 30",
        "pattern: \"👟\" | 0",
        "active: true, isVolunteer: true | 7"
      })
  void beneficiariesAreFiltered(String filter, int expected) {
    Answer answer =
        server
            .as(COORDINATOR)
            .ask("{ beneficiaries(filterInput: {" + filter + "}) { totalCount } }")
            .ok();

    assertThat(answer.at("/beneficiaries/totalCount").asInt()).isEqualTo(expected);
  }

  @Test
  void theDaysOfCreationCountFromTheirStart() {
    LocalDate day =
        LocalDate.parse(
            server
                .as(COORDINATOR)
                .ask("{ beneficiary(id: 1001) { createdOn } }")
                .ok()
                .text("/beneficiary/createdOn")
                .substring(0, 10));

    assertThat(created("A001", "createdFrom", day)).isEqualTo(1);
    assertThat(created("A001", "createdFrom", day.plusDays(1))).isZero();
    assertThat(created("A001", "createdUntil", day)).isZero();
    assertThat(created("A001", "createdUntil", day.plusDays(1))).isEqualTo(1);
  }

  @Test
  void basesHavePagesOfTheirBeneficiaries() {
    Answer answer =
        server
            .as(TestUser.god())
            .ask(
                """
                { organisations { bases { id
                    beneficiaries(paginationInput: {first: 2}, filterInput: {active: true}) {
                      elements { id } totalCount pageInfo { hasNextPage } } } } }
                """)
            .ok();

    assertThat(answer.at("/organisations/0/bases/0/beneficiaries").toString())
        .isEqualTo(
            """
            {"elements":[{"id":"1001"},{"id":"1002"}],"totalCount":212,\
            "pageInfo":{"hasNextPage":true}}""");
    assertThat(answer.texts("/organisations/0/bases/1/beneficiaries/elements", "id"))
        .containsExactly("2001", "2002");
    assertThat(answer.at("/organisations/2/bases/1").toString())
        .isEqualTo(
            """
            {"id":"7","beneficiaries":{"elements":[],"totalCount":0,\
            "pageInfo":{"hasNextPage":false}}}""");
  }

  @Test
  void aTagLeadsToTheBoxesAndBeneficiariesThatItIsAttachedTo() {
    Answer answer =
        server
            .as(COORDINATOR)
            .ask(
                """
                { tag(id: 106) { taggedResources {
                    __typename
                    ... on Box { id labelIdentifier }
                    ... on Beneficiary { id firstName } } } }
                """)
            .ok();

    assertThat(answer.texts("/tag/taggedResources", "__typename")).contains("Box", "Beneficiary");
    assertThat(answer.texts("/tag/taggedResources", "id").stream().map(Integer::valueOf).toList())
        .isSorted();
  }

  @Test
  void aDeletedTagIsAttachedToNothing() {
    Answer answer =
        server.as(COORDINATOR).ask("{ tag(id: 109) { taggedResources { __typename } } }").ok();

    assertThat(answer.at("/tag/taggedResources")).isEmpty();
  }

  @Test
  void aTagHidesTheBeneficiariesOfOtherBases() {
    Answer answer =
        server
            .as(TestUser.with("tag:read", "tag_relation:read", "base_2/beneficiary:read"))
            .ask("{ tag(id: 106) { taggedResources { __typename } } }")
            .ok();

    assertThat(answer.texts("/tag/taggedResources", "__typename")).containsOnly("Box");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tag_relation:read", "beneficiary:read"})
  void whatATagIsAttachedToNeedsPermission(String permission) {
    Answer answer =
        server
            .as(without(permission))
            .ask("{ tag(id: 106) { id taggedResources { __typename } } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN tag/taggedResources");
    assertThat(answer.text("/tag/id")).isEqualTo("106");
    assertThat(answer.at("/tag/taggedResources").isNull()).isTrue();
  }

  @Test
  void anUnknownBeneficiaryIsMissingEvenWithoutPermission() {
    assertThat(server.as(TestUser.with()).ask("{ beneficiary(id: 99) { id } }").errors())
        .containsExactly("BAD_USER_INPUT beneficiary");
  }

  @Test
  void aBeneficiaryNeedsPermissionInTheirBase() {
    for (TestUser refused : List.of(without("beneficiary:read"), OTHER_BASE, OTHER_ORGANISATION)) {
      Answer answer =
          server.as(refused).ask("{ beneficiary(id: 1001) { id } organisation(id: 1) { id } }");
      assertThat(answer.errors()).containsExactly("FORBIDDEN beneficiary");
      assertThat(answer.text("/organisation/id")).isEqualTo("1");
    }
  }

  @Test
  void beneficiariesNeedTheirPermission() {
    Answer answer = server.as(without("beneficiary:read")).ask("{ beneficiaries { totalCount } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN beneficiaries");
  }

  @Test
  void theBeneficiariesOfABaseNeedPermissionThere() {
    for (TestUser refused :
        List.of(
            without("beneficiary:read"), TestUser.with("base:read", "base_2/beneficiary:read"))) {
      Answer answer = server.as(refused).ask("{ bases { id beneficiaries { totalCount } } }");
      assertThat(answer.errors()).containsExactly("FORBIDDEN bases/0/beneficiaries");
      assertThat(answer.at("/bases/0").toString())
          .isEqualTo("{\"id\":\"1\",\"beneficiaries\":null}");
    }
    Answer partner =
        server
            .as(OTHER_ORGANISATION)
            .ask("{ organisation(id: 1) { bases { id beneficiaries { totalCount } } } }");
    assertThat(partner.errors())
        .containsExactlyInAnyOrder(
            "FORBIDDEN organisation/bases/0/beneficiaries",
            "FORBIDDEN organisation/bases/1/beneficiaries");
    assertThat(partner.texts("/organisation/bases", "id")).containsExactly("1", "2");
  }

  @ParameterizedTest
  @CsvSource({
    "base { id }, base, base:read",
    "tags { id }, tags, tag:read",
    "createdBy { id }, createdBy, user:read",
    "lastModifiedBy { id }, lastModifiedBy, user:read",
    "tokens, tokens, transaction:read",
    "transactions { id }, transactions, transaction:read"
  })
  void whatABeneficiaryLeadsToNeedsItsPermission(
      String selection, String field, String permission) {
    Answer answer =
        server
            .as(without(permission))
            .ask(
                "{ beneficiaries(paginationInput: {first: 2}) { elements { id %s } } }"
                    .formatted(selection));

    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "FORBIDDEN beneficiaries/elements/0/" + field,
            "FORBIDDEN beneficiaries/elements/1/" + field);
    assertThat(answer.texts("/beneficiaries/elements", "id")).containsExactly("1001", "1002");
    assertThat(answer.at("/beneficiaries/elements/0/" + field).isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"base, base:read", "tags, tag:read"})
  void whatABeneficiaryLeadsToNeedsPermissionInTheirBase(String field, String permission) {
    Answer answer =
        server
            .as(TestUser.with("beneficiary:read", "base_2/" + permission))
            .ask("{ beneficiary(id: 1001) { id " + field + " { id } } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN beneficiary/" + field);
    assertThat(answer.text("/beneficiary/id")).isEqualTo("1001");
  }

  @Test
  void aFamilyHeadInABaseOfOthersIsHidden() {
    moveToFamilyOf(3001);
    try {
      Answer answer =
          server.as(COORDINATOR).ask("{ beneficiary(id: 1008) { id familyHead { id } } }").ok();

      assertThat(answer.at("/beneficiary").toString())
          .isEqualTo("{\"id\":\"1008\",\"familyHead\":null}");
    } finally {
      moveToFamilyOf(1007);
    }
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithTheRows() {
    String query =
        """
        query ($page: PaginationInput) { beneficiaries(paginationInput: $page) { elements {
            base { id } familyHead { id } languages tags { id } tokens createdBy { id }
            transactions { beneficiary { id } product { id } createdBy { id } } } } }
        """;
    Client client = server.as(COORDINATOR);
    List<String> few =
        server.statementsOf(() -> client.ask(query, Map.of("page", Map.of("first", 3))).ok());
    List<String> many =
        server.statementsOf(() -> client.ask(query, Map.of("page", Map.of("first", 240))).ok());

    assertThat(many).hasSameSizeAs(few);
  }

  @Test
  void pagesInListsAndTheResourcesOfTagsAreReadForAllRowsAtOnce() {
    String pages =
        "{ bases { beneficiaries(paginationInput: {first: 3}) { elements { id } totalCount } } }";
    assertThat(statements(TestUser.god(), pages))
        .hasSameSizeAs(statements(COORDINATOR, pages))
        .hasSize(3);
    String resources = "{ tags { taggedResources { __typename } } }";
    assertThat(statements(TestUser.god(), resources))
        .hasSameSizeAs(statements(COORDINATOR, resources))
        .hasSize(3);
  }

  private static TestUser without(String permission) {
    return COORDINATOR.without(Permission.of(permission).orElseThrow());
  }

  private List<String> statements(TestUser user, String query) {
    Client client = server.as(user);
    return server.statementsOf(() -> client.ask(query).ok());
  }

  private int created(String group, String bound, LocalDate day) {
    return server
        .as(COORDINATOR)
        .ask(
            "{ beneficiaries(filterInput: {pattern: \"%s\", %s: \"%s\"}) { totalCount } }"
                .formatted(group, bound, day))
        .ok()
        .at("/beneficiaries/totalCount")
        .asInt();
  }

  private void moveToFamilyOf(int head) {
    server
        .sql()
        .update(BENEFICIARY)
        .set(BENEFICIARY.FAMILY_HEAD_ID, head)
        .where(BENEFICIARY.ID.eq(1008))
        .execute();
  }
}
