package org.boxtribute.server.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BOX;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Enabling standard products for a base, editing what the base has of them, and disabling them. */
final class StandardProductMutationsIT {
  private static final TestServer SERVER =
      TestServer.withDemoData("boxtribute_standard_product_mutations", Map.of());

  /** Of organisation 2; its bases have enabled little. */
  private static final TestUser HEAD = TestUser.coordinator(7, 2, 3, 4);

  private static final String REFUSALS =
      """
      ... on InsufficientPermissionError { permission: name }
      ... on UnauthorizedForBaseError { refusedBase: id baseName: name organisationName }
      """;
  private static final String ENABLE =
      """
      mutation($input: StandardProductEnableInput) { enableStandardProduct(enableInput: $input) {
        __typename %s
        ... on InvalidPriceError { value }
        ... on ResourceDoesNotExistError { missing: id resource: name }
        ... on StandardProductAlreadyEnabledForBaseError { existingStandardProductInstantiationId }
        ... on OutdatedStandardProductVersionError { mostRecentStandardProductId }
        ... on Product {
          id name type price comment inShop gender sizeRange { id } category { id } base { id }
          standardProduct { id } createdBy { id } lastModifiedBy { id } deletedOn } } }
      """
          .formatted(REFUSALS);
  private static final String ENABLE_ALL =
      """
      mutation($input: StandardProductsEnableInput) { enableStandardProducts(enableInput: $input) {
        __typename %s
        ... on ProductsResult {
          instantiations { id name price comment inShop standardProduct { id } base { id } }
          invalidStandardProductIds } } }
      """
          .formatted(REFUSALS);
  private static final String EDIT =
      """
      mutation($input: StandardProductInstantiationEditInput) {
        editStandardProductInstantiation(editInput: $input) {
          __typename %s
          ... on InvalidPriceError { value }
          ... on ProductTypeMismatchError { expectedType }
          ... on ResourceDoesNotExistError { missing: id resource: name }
          ... on Product { id price comment inShop sizeRange { id } lastModifiedOn } } }
      """
          .formatted(REFUSALS);
  private static final String DISABLE =
      """
      mutation($id: ID!) { disableStandardProduct(instantiationId: $id) {
        __typename %s
        ... on BoxesStillAssignedToProductError { labelIdentifiers }
        ... on ProductTypeMismatchError { expectedType }
        ... on ResourceDoesNotExistError { missing: id resource: name }
        ... on Product { id deletedOn } } }
      """
          .formatted(REFUSALS);

  private final ProductTable table = new ProductTable(SERVER);

  @AfterAll
  static void stopServer() {
    SERVER.close();
  }

  @Test
  void anEnabledStandardProductIsACopyOfIt() {
    Answer answer = enable(HEAD, input(4, 20)).ok();

    int id = answer.at("/enableStandardProduct/id").asInt();
    assertThat(answer.at("/enableStandardProduct"))
        .hasToString(
            """
            {"__typename":"Product","id":"%d","name":"Socks","type":"StandardInstantiation",\
            "price":0.0,"comment":"","inShop":false,"gender":"UnisexAdult","sizeRange":{"id":"27"},\
            "category":{"id":"1"},"base":{"id":"4"},"standardProduct":{"id":"20"},\
            "createdBy":{"id":"7"},"lastModifiedBy":null,"deletedOn":null}"""
                .formatted(id));
    assertThat(table.history(id)).containsExactly("Record created by 7");
  }

  @Test
  void aBaseEnablesAStandardProductOnItsOwnTerms() {
    Answer answer =
        enable(HEAD, input(4, 21, "sizeRangeId", 5, "price", 9, "comment", "few", "inShop", true))
            .ok();

    ProductRecord row = table.row(answer.at("/enableStandardProduct/id").asInt());
    assertThat(row.getSizeRangeId()).isEqualTo(5);
    assertThat(row.getPrice()).isEqualTo(9);
    assertThat(row.getComment()).isEqualTo("few");
    assertThat(row.getInShop()).isTrue();
  }

  @Test
  void aDisabledCopyIsRevivedWithTheTermsSetAnew() {
    List<String> before = table.history(1029);

    Answer answer = enable(TestUser.coordinator(), input(1, 29, "price", 4)).ok();

    assertThat(answer.text("/enableStandardProduct/id")).isEqualTo("1029");
    assertThat(answer.at("/enableStandardProduct/deletedOn").isNull()).isTrue();
    assertThat(answer.text("/enableStandardProduct/lastModifiedBy/id")).isEqualTo("3");
    ProductRecord row = table.row(1029);
    assertThat(row.getDeletedOn()).isNull();
    assertThat(row.getPrice()).isEqualTo(4);
    assertThat(row.getComment()).isEmpty();
    assertThat(row.getInShop()).isFalse();
    assertThat(table.history(1029))
        .hasSize(before.size() + 1)
        .startsWith(before.toArray(String[]::new))
        .endsWith("Record created by 3");
  }

  @Test
  void anEnabledStandardProductIsNotEnabledAgain() {
    Answer current = table.unchangedBy(() -> enable(TestUser.coordinator(), input(1, 1))).ok();
    Answer outdated = table.unchangedBy(() -> enable(TestUser.coordinator(), input(1, 25))).ok();

    assertThat(current.at("/enableStandardProduct"))
        .hasToString(
            """
            {"__typename":"StandardProductAlreadyEnabledForBaseError",\
            "existingStandardProductInstantiationId":"1001"}""");
    assertThat(outdated.text("/enableStandardProduct/existingStandardProductInstantiationId"))
        .isEqualTo("1025");
  }

  @Test
  void anOutdatedVersionIsNotEnabled() {
    Answer disabledBefore =
        table.unchangedBy(() -> enable(TestUser.coordinator(), input(1, 14))).ok();
    Answer neverEnabled = table.unchangedBy(() -> enable(HEAD, input(4, 25))).ok();

    assertThat(disabledBefore.at("/enableStandardProduct"))
        .hasToString(
            """
            {"__typename":"OutdatedStandardProductVersionError",\
            "mostRecentStandardProductId":"43"}""");
    assertThat(neverEnabled.text("/enableStandardProduct/mostRecentStandardProductId"))
        .isEqualTo("41");
  }

  @Test
  void whatDoesNotExistIsData() {
    assertThat(
            table.unchangedBy(() -> enable(HEAD, input(4, 999))).ok().at("/enableStandardProduct"))
        .hasToString(
            """
            {"__typename":"ResourceDoesNotExistError","missing":null,\
            "resource":"StandardProduct"}""");
    assertThat(
            table
                .unchangedBy(() -> enable(HEAD, input(4, 22, "sizeRangeId", 999)))
                .ok()
                .text("/enableStandardProduct/resource"))
        .isEqualTo("SizeRange");
    assertThat(
            table
                .unchangedBy(() -> enable(TestUser.god(), input(99, 22)))
                .ok()
                .at("/enableStandardProduct"))
        .hasToString(
            """
            {"__typename":"ResourceDoesNotExistError","missing":"99","resource":"Base"}""");
    assertThat(table.unchangedBy(() -> enableAll(TestUser.god(), 99, List.of(22))).errors())
        .containsExactly("BAD_USER_INPUT enableStandardProducts");
  }

  @Test
  void aNegativePriceIsData() {
    String expected = "{\"__typename\":\"InvalidPriceError\",\"value\":-3}";

    assertThat(
            table
                .unchangedBy(() -> enable(HEAD, input(4, 22, "price", -3)))
                .ok()
                .at("/enableStandardProduct"))
        .hasToString(expected);
    assertThat(
            table
                .unchangedBy(() -> edit(HEAD, Map.of("id", 4001, "inShop", true, "price", -3)))
                .ok()
                .at("/editStandardProductInstantiation"))
        .hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"PRODUCT_WRITE, product:write", "SIZE_RANGE_READ, size_range:read"})
  void aMissingPermissionIsData(Permission missing, String name) {
    TestUser user = HEAD.without(missing);
    String expected =
        "{\"__typename\":\"InsufficientPermissionError\",\"permission\":\"%s\"}".formatted(name);

    assertThat(
            table.unchangedBy(() -> enable(user, input(4, 22))).ok().at("/enableStandardProduct"))
        .hasToString(expected);
    assertThat(
            table
                .unchangedBy(() -> edit(user, Map.of("id", 4001, "price", 1)))
                .ok()
                .at("/editStandardProductInstantiation"))
        .hasToString(expected);
  }

  @Test
  void enablingManyAndDisablingNeedThePermissionToWriteAlone() {
    TestUser reader = HEAD.without(Permission.PRODUCT_WRITE);
    String expected =
        "{\"__typename\":\"InsufficientPermissionError\",\"permission\":\"product:write\"}";

    assertThat(
            table
                .unchangedBy(() -> enableAll(reader, 4, List.of(22)))
                .ok()
                .at("/enableStandardProducts"))
        .hasToString(expected);
    assertThat(table.unchangedBy(() -> disable(reader, 4001)).ok().at("/disableStandardProduct"))
        .hasToString(expected);
    assertThat(
            disable(TestUser.with("product:write"), 1014)
                .ok()
                .text("/disableStandardProduct/__typename"))
        .isEqualTo("Product");
  }

  @Test
  void aBaseOfOthersIsData() {
    String expected =
        "{\"__typename\":\"UnauthorizedForBaseError\",\"refusedBase\":\"4\",\"baseName\":\"Lakeside\","
            + "\"organisationName\":\"Juniper Demo Relief\"}";

    for (TestUser user : List.of(HEAD.in(3), TestUser.coordinator())) {
      assertThat(
              table.unchangedBy(() -> enable(user, input(4, 22))).ok().at("/enableStandardProduct"))
          .hasToString(expected);
      assertThat(
              table
                  .unchangedBy(() -> enableAll(user, 4, List.of(22)))
                  .ok()
                  .at("/enableStandardProducts"))
          .hasToString(expected);
      assertThat(
              table
                  .unchangedBy(() -> edit(user, Map.of("id", 4001, "price", 1)))
                  .ok()
                  .at("/editStandardProductInstantiation"))
          .hasToString(expected);
      assertThat(table.unchangedBy(() -> disable(user, 4001)).ok().at("/disableStandardProduct"))
          .hasToString(expected);
    }
  }

  @Test
  void theBetaLevelOfStandardProductsIsFour() {
    TestUser three = HEAD.atBetaLevel(3);

    assertThat(table.unchangedBy(() -> enable(three, input(4, 22))).status()).isEqualTo(400);
    assertThat(table.unchangedBy(() -> enableAll(three, 4, List.of(22))).status()).isEqualTo(400);
    assertThat(table.unchangedBy(() -> edit(three, Map.of("id", 4001))).status()).isEqualTo(400);
    assertThat(table.unchangedBy(() -> disable(three, 4001)).status()).isEqualTo(400);
    assertThat(enableAll(HEAD.atBetaLevel(4), 4, List.of()).ok().status()).isEqualTo(200);
  }

  @Test
  void anInputThatIsNullIsBadUserInput() {
    Answer answer =
        SERVER
            .as(HEAD)
            .ask(
                """
                mutation {
                  enableStandardProduct { __typename }
                  enableStandardProducts(enableInput: null) { __typename }
                  editStandardProductInstantiation { __typename }
                }
                """);

    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "BAD_USER_INPUT enableStandardProduct",
            "BAD_USER_INPUT enableStandardProducts",
            "BAD_USER_INPUT editStandardProductInstantiation");
  }

  @Test
  void aCommentThatCannotBeStoredIsBadUserInput() {
    for (String comment : List.of("x".repeat(256), "y".repeat(300))) {
      assertThat(table.unchangedBy(() -> enable(HEAD, input(4, 22, "comment", comment))).errors())
          .containsExactly("BAD_USER_INPUT enableStandardProduct");
      assertThat(
              table.unchangedBy(() -> edit(HEAD, Map.of("id", 4001, "comment", comment))).errors())
          .containsExactly("BAD_USER_INPUT editStandardProductInstantiation");
    }
  }

  @Test
  void manyStandardProductsAreEnabledAndTheInvalidOnesNamed() {
    // 1 is enabled, 25 outdated, 29 was disabled, 999 and -1 do not exist
    Answer answer =
        enableAll(TestUser.coordinator(6, 1, 2), 2, List.of(37, 1, 36, 29, 999, 25, 37, -1)).ok();

    assertThat(answer.texts("/enableStandardProducts/instantiations", "standardProduct/id"))
        .containsExactly("36", "37");
    assertThat(answer.texts("/enableStandardProducts/instantiations", "name"))
        .containsExactly("Cooking Oil", "Drinking Water");
    assertThat(answer.texts("/enableStandardProducts/instantiations", "base/id")).containsOnly("2");
    assertThat(answer.at("/enableStandardProducts/invalidStandardProductIds"))
        .hasToString("[-1,1,25,29,999]");
    for (String id : answer.texts("/enableStandardProducts/instantiations", "id")) {
      assertThat(table.history(Integer.parseInt(id))).containsExactly("Record created by 6");
      ProductRecord row = table.row(Integer.parseInt(id));
      assertThat(row.getPrice()).isZero();
      assertThat(row.getComment()).isEmpty();
      assertThat(row.getInShop()).isFalse();
    }
  }

  @Test
  void anEmptyListEnablesNothing() {
    Answer answer = table.unchangedBy(() -> enableAll(HEAD, 4, List.of())).ok();

    assertThat(answer.at("/enableStandardProducts"))
        .hasToString(
            """
            {"__typename":"ProductsResult","instantiations":[],"invalidStandardProductIds":[]}""");
  }

  @Test
  void aThousandIdsAreAsManyStatementsAsOne() {
    TestUser user = TestUser.coordinator(9, 3, 5, 7);
    List<String> one = SERVER.statementsOf(() -> enableAll(user, 7, List.of(30)).ok());
    List<String> many =
        SERVER.statementsOf(
            () -> enableAll(user, 7, IntStream.rangeClosed(1, 1000).boxed().toList()).ok());

    assertThat(many).hasSameSizeAs(one);
    assertThat(table.instantiations(7, 48)).hasSize(1);
    assertThat(table.instantiations(7, 30)).hasSize(1);
  }

  @Test
  void oneOfManyAtTheSameTimeEnablesAStandardProduct() {
    List<Answer> answers = Crowd.asks(32, client -> enable(HEAD, input(4, 35)));

    answers.forEach(Answer::ok);
    List<ProductRecord> rows = table.instantiations(4, 35);
    assertThat(rows).hasSize(1);
    String id = String.valueOf(rows.getFirst().getId());
    assertThat(answers)
        .filteredOn(answer -> answer.text("/enableStandardProduct/__typename").equals("Product"))
        .hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !answer.text("/enableStandardProduct/__typename").equals("Product"))
        .extracting(
            answer -> answer.text("/enableStandardProduct/existingStandardProductInstantiationId"))
        .containsOnly(id);
    assertThat(table.history(rows.getFirst().getId())).containsExactly("Record created by 7");
  }

  @Test
  void listsAtTheSameTimeEnableEachStandardProductOnce() {
    List<Answer> answers =
        Crowd.asks(
            16,
            client ->
                enableAll(
                    TestUser.coordinator(9, 3, 5, 7), 5, List.of(41, 42, 43, 44, 45, 46, 47, 48)));

    answers.forEach(Answer::ok);
    for (int standardProduct = 41; standardProduct <= 48; standardProduct++) {
      assertThat(table.instantiations(5, standardProduct)).hasSize(1);
    }
    assertThat(answers)
        .filteredOn(answer -> answer.at("/enableStandardProducts/instantiations").size() == 8)
        .hasSize(1);
  }

  @Test
  void anEditChangesTheTermsAndTellsTheHistory() {
    int id = enable(HEAD, input(4, 26)).ok().at("/enableStandardProduct/id").asInt();

    Answer answer =
        edit(
                HEAD,
                Map.of("id", id, "sizeRangeId", 6, "price", 11, "comment", "أحمر", "inShop", true))
            .ok();

    assertThat(answer.text("/editStandardProductInstantiation/comment")).isEqualTo("أحمر");
    assertThat(answer.text("/editStandardProductInstantiation/sizeRange/id")).isEqualTo("6");
    assertThat(answer.at("/editStandardProductInstantiation/lastModifiedOn").isNull()).isFalse();
    assertThat(table.history(id))
        .containsExactly(
            "Record created by 7",
            "sizegroup_id 7 6 by 7",
            "value 0 11 by 7",
            "comments changed from \"\" to \"أحمر\"; by 7",
            "stockincontainer 0 1 by 7");
    assertThat(table.row(id).getLastModifiedBy()).isEqualTo(7);
  }

  @Test
  void anEditWithoutAChangeLeavesNoTrace() {
    Map<String, Object> nulls = new HashMap<>();
    nulls.put("id", 4001);
    nulls.put("price", null);
    nulls.put("comment", null);
    nulls.put("sizeRangeId", null);
    nulls.put("inShop", null);

    Answer answer = table.unchangedBy(() -> edit(HEAD, nulls)).ok();

    assertThat(answer.text("/editStandardProductInstantiation/id")).isEqualTo("4001");
  }

  @Test
  void aCustomProductIsNoCopyOfAStandardProduct() {
    String expected =
        "{\"__typename\":\"ProductTypeMismatchError\",\"expectedType\":\"StandardInstantiation\"}";

    assertThat(
            table
                .unchangedBy(() -> edit(TestUser.coordinator(), Map.of("id", 1501, "price", 1)))
                .ok()
                .at("/editStandardProductInstantiation"))
        .hasToString(expected);
    assertThat(
            table
                .unchangedBy(() -> disable(TestUser.coordinator(), 1501))
                .ok()
                .at("/disableStandardProduct"))
        .hasToString(expected);
  }

  @Test
  void anUnknownProductIsDataForWhoMayWrite() {
    TestUser writer = TestUser.coordinator();
    String expected =
        "{\"__typename\":\"ResourceDoesNotExistError\",\"missing\":\"99999\",\"resource\":\"Product\"}";

    assertThat(edit(writer, Map.of("id", 99999)).ok().at("/editStandardProductInstantiation"))
        .hasToString(expected);
    assertThat(disable(writer, 99999).ok().at("/disableStandardProduct")).hasToString(expected);
    assertThat(disable(writer, "x").errors())
        .containsExactly("BAD_USER_INPUT disableStandardProduct");
  }

  @Test
  void aCopyIsDisabledOnceAndKeepsItsTime() {
    int id = enable(HEAD, input(4, 30)).ok().at("/enableStandardProduct/id").asInt();

    Answer first = disable(HEAD, id).ok();
    Answer second = table.unchangedBy(() -> disable(HEAD, id)).ok();

    assertThat(first.at("/disableStandardProduct/deletedOn").isNull()).isFalse();
    assertThat(second.at("/disableStandardProduct")).isEqualTo(first.at("/disableStandardProduct"));
    assertThat(table.history(id)).containsExactly("Record created by 7", "Record deleted by 7");
    // and can be enabled again
    assertThat(enable(HEAD, input(4, 30)).ok().at("/enableStandardProduct/id").asInt())
        .isEqualTo(id);
  }

  @Test
  void aDeletedCustomProductIsReturnedBeforeItsTypeIsLookedAt() {
    Answer answer = table.unchangedBy(() -> disable(TestUser.coordinator(), 1506)).ok();

    assertThat(answer.text("/disableStandardProduct/id")).isEqualTo("1506");
    assertThat(answer.text("/disableStandardProduct/deletedOn"))
        .isEqualTo("2025-11-03T12:00:00+00:00");
  }

  @Test
  void boxesInUseKeepTheirProduct() {
    BoxRecord box = SERVER.sql().selectFrom(BOX).where(BOX.ID.eq(1001)).fetchSingle();

    Answer answer =
        table.unchangedBy(() -> disable(TestUser.coordinator(), box.getProductId())).ok();

    assertThat(answer.text("/disableStandardProduct/__typename"))
        .isEqualTo("BoxesStillAssignedToProductError");
    assertThat(answer.at("/disableStandardProduct/labelIdentifiers").toString())
        .contains(box.getLabelIdentifier());
  }

  private static Answer enable(TestUser user, Map<String, ?> input) {
    return SERVER.as(user).ask(ENABLE, Map.of("input", input));
  }

  private static Answer enableAll(TestUser user, int base, List<Integer> standardProducts) {
    return SERVER
        .as(user)
        .ask(
            ENABLE_ALL,
            Map.of("input", Map.of("baseId", base, "standardProductIds", standardProducts)));
  }

  private static Answer edit(TestUser user, Map<String, ?> input) {
    return SERVER.as(user).ask(EDIT, Map.of("input", input));
  }

  private static Answer disable(TestUser user, Object id) {
    return SERVER.as(user).ask(DISABLE, Map.of("id", id));
  }

  /** The input of an enabling, with further fields in pairs of name and value. */
  private static Map<String, ?> input(int base, int standardProduct, Object... others) {
    Map<String, Object> input = new HashMap<>();
    input.put("baseId", base);
    input.put("standardProductId", standardProduct);
    for (int index = 0; index < others.length; index += 2) {
      input.put((String) others[index], others[index + 1]);
    }
    return input;
  }
}
