package org.boxtribute.server.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BOX;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.boxtribute.server.warehouse.BoxState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Creating, editing and deleting the products that bases make up. */
final class ProductMutationsIT {
  private static final TestServer SERVER =
      TestServer.withDemoData("boxtribute_product_mutations", Map.of());
  private static final TestUser OTHER_ORGANISATION = TestUser.coordinator(7, 2, 3, 4);

  private static final String ERRORS =
      """
      __typename
      ... on EmptyNameError { _ }
      ... on InvalidPriceError { value }
      ... on ResourceDoesNotExistError { missing: id resource: name }
      ... on InsufficientPermissionError { permission: name }
      ... on UnauthorizedForBaseError { refusedBase: id baseName: name organisationName }
      """;
  private static final String CREATE =
      """
      mutation($input: CustomProductCreationInput) { createCustomProduct(creationInput: $input) {
        %s
        ... on Product {
          id name price comment inShop gender type category { id } sizeRange { id } base { id }
          createdBy { id } createdOn lastModifiedOn lastModifiedBy { id } deletedOn } } }
      """
          .formatted(ERRORS);
  private static final String EDIT =
      """
      mutation($input: CustomProductEditInput) { editCustomProduct(editInput: $input) {
        %s
        ... on ProductTypeMismatchError { expectedType }
        ... on Product {
          id name price comment inShop gender category { id name } sizeRange { id }
          lastModifiedOn lastModifiedBy { id } } } }
      """
          .formatted(ERRORS);
  private static final String DELETE =
      """
      mutation($id: ID!) { deleteProduct(id: $id) {
        __typename
        ... on BoxesStillAssignedToProductError { labelIdentifiers }
        ... on ProductTypeMismatchError { expectedType }
        ... on ResourceDoesNotExistError { missing: id resource: name }
        ... on InsufficientPermissionError { permission: name }
        ... on UnauthorizedForBaseError { refusedBase: id baseName: name organisationName }
        ... on Product { id deletedOn lastModifiedOn } } }
      """;

  private final ProductTable table = new ProductTable(SERVER);

  @AfterAll
  static void stopServer() {
    SERVER.close();
  }

  @Test
  void aCustomProductIsCreatedAsGiven() {
    Answer answer =
        create(
                TestUser.coordinator(),
                input("price", 12, "comment", "new", "inShop", true, "name", "مظلة ☂"))
            .ok();

    assertThat(answer.text("/createCustomProduct/__typename")).isEqualTo("Product");
    assertThat(answer.text("/createCustomProduct/name")).isEqualTo("مظلة ☂");
    assertThat(answer.at("/createCustomProduct/price").asDouble()).isEqualTo(12);
    assertThat(answer.text("/createCustomProduct/type")).isEqualTo("Custom");
    assertThat(answer.text("/createCustomProduct/gender")).isEqualTo("UnisexAdult");
    assertThat(answer.text("/createCustomProduct/category/id")).isEqualTo("3");
    assertThat(answer.text("/createCustomProduct/sizeRange/id")).isEqualTo("1");
    assertThat(answer.text("/createCustomProduct/base/id")).isEqualTo("1");
    assertThat(answer.text("/createCustomProduct/createdBy/id")).isEqualTo("3");
    assertThat(answer.at("/createCustomProduct/lastModifiedOn").isNull()).isTrue();
    assertThat(answer.at("/createCustomProduct/deletedOn").isNull()).isTrue();
    int id = answer.at("/createCustomProduct/id").asInt();
    ProductRecord row = table.row(id);
    assertThat(row.getName()).isEqualTo("مظلة ☂");
    assertThat(row.getComment()).isEqualTo("new");
    assertThat(row.getInShop()).isTrue();
    assertThat(row.getCreatedOn())
        .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
    assertThat(table.history(id)).containsExactly("Record created by 3");
  }

  @Test
  void whatIsNotGivenOfACustomProductHasDefaults() {
    Answer answer = create(TestUser.coordinator(), input()).ok();
    Map<String, Object> nulls = new HashMap<>(input());
    nulls.put("price", null);
    nulls.put("comment", null);
    nulls.put("inShop", null);
    Answer ofNulls = create(TestUser.coordinator(), nulls).ok();

    for (Answer each : List.of(answer, ofNulls)) {
      assertThat(each.at("/createCustomProduct/price").asInt()).isZero();
      assertThat(each.text("/createCustomProduct/comment")).isEmpty();
      assertThat(each.at("/createCustomProduct/inShop").asBoolean()).isFalse();
    }
  }

  @Test
  void aCreatedProductIsReadAfterTheWriteToAnyDepth() {
    Answer answer =
        SERVER
            .as(TestUser.coordinator())
            .ask(
                """
                mutation { createCustomProduct(creationInput: {
                    name: "Depth", categoryId: 13, sizeRangeId: 7, gender: none, baseId: 1}) {
                  ... on Product { id base { products(filterInput: {type: Custom}) { id name } } } } }
                """)
            .ok();

    assertThat(answer.texts("/createCustomProduct/base/products", "id"))
        .contains(answer.text("/createCustomProduct/id"));
  }

  @Test
  void aNegativePriceIsDataBeforeAnEmptyName() {
    Answer answer =
        table.unchangedBy(() -> create(TestUser.coordinator(), input("price", -1, "name", "")));

    assertThat(answer.ok().at("/createCustomProduct"))
        .hasToString("{\"__typename\":\"InvalidPriceError\",\"value\":-1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void anEmptyNameIsData(String name) {
    Answer created =
        table.unchangedBy(() -> create(TestUser.coordinator(), input("name", name))).ok();
    Answer edited =
        table
            .unchangedBy(() -> edit(TestUser.coordinator(), Map.of("id", 1501, "name", name)))
            .ok();

    assertThat(created.at("/createCustomProduct"))
        .hasToString("{\"__typename\":\"EmptyNameError\",\"_\":null}");
    assertThat(edited.at("/editCustomProduct"))
        .hasToString("{\"__typename\":\"EmptyNameError\",\"_\":null}");
  }

  @ParameterizedTest
  @CsvSource({
    "categoryId, 999, ProductCategory",
    "categoryId, -1, ProductCategory",
    "sizeRangeId, 999, SizeRange",
    "sizeRangeId, 0, SizeRange"
  })
  void anUnknownReferenceIsData(String field, int id, String resource) {
    Answer created = table.unchangedBy(() -> create(TestUser.coordinator(), input(field, id))).ok();
    Answer edited =
        table
            .unchangedBy(
                () -> edit(TestUser.coordinator(), Map.of("id", 1501, field, id, "price", 7)))
            .ok();

    String expected =
        "{\"__typename\":\"ResourceDoesNotExistError\",\"missing\":null,\"resource\":\"%s\"}"
            .formatted(resource);
    assertThat(created.at("/createCustomProduct")).hasToString(expected);
    assertThat(edited.at("/editCustomProduct")).hasToString(expected);
  }

  @Test
  void anUnknownBaseIsMissingForGodAndForbiddenToOthers() {
    assertThat(
            table
                .unchangedBy(() -> create(TestUser.god(), input("baseId", 99)))
                .ok()
                .at("/createCustomProduct"))
        .hasToString(
            "{\"__typename\":\"ResourceDoesNotExistError\",\"missing\":\"99\",\"resource\":\"Base\"}");
    assertThat(
            table
                .unchangedBy(() -> create(TestUser.coordinator(), input("baseId", 99)))
                .ok()
                .at("/createCustomProduct"))
        .hasToString(
            "{\"__typename\":\"UnauthorizedForBaseError\",\"refusedBase\":\"99\",\"baseName\":\"\","
                + "\"organisationName\":\"\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "PRODUCT_WRITE, product:write",
    "SIZE_RANGE_READ, size_range:read",
    "PRODUCT_CATEGORY_READ, product_category:read"
  })
  void aMissingPermissionIsData(Permission missing, String name) {
    TestUser user = TestUser.coordinator().without(missing);
    String expected =
        "{\"__typename\":\"InsufficientPermissionError\",\"permission\":\"%s\"}".formatted(name);

    assertThat(table.unchangedBy(() -> create(user, input())).ok().at("/createCustomProduct"))
        .hasToString(expected);
    assertThat(
            table
                .unchangedBy(() -> edit(user, Map.of("id", 1501, "price", 8)))
                .ok()
                .at("/editCustomProduct"))
        .hasToString(expected);
  }

  @Test
  void deletingNeedsThePermissionToWriteAlone() {
    TestUser user = TestUser.coordinator().without(Permission.PRODUCT_WRITE);

    assertThat(table.unchangedBy(() -> delete(user, 1506)).ok().at("/deleteProduct"))
        .hasToString(
            "{\"__typename\":\"InsufficientPermissionError\",\"permission\":\"product:write\"}");
    assertThat(delete(TestUser.with("product:write"), 1506).ok().text("/deleteProduct/__typename"))
        .isEqualTo("Product");
  }

  @Test
  void aBaseOfOthersIsData() {
    String expected =
        "{\"__typename\":\"UnauthorizedForBaseError\",\"refusedBase\":\"1\",\"baseName\":\"Lighthouse\","
            + "\"organisationName\":\"Lantern Demo Relief\"}";

    for (TestUser user : List.of(TestUser.coordinator().in(2), OTHER_ORGANISATION)) {
      assertThat(table.unchangedBy(() -> create(user, input())).ok().at("/createCustomProduct"))
          .hasToString(expected);
      assertThat(
              table
                  .unchangedBy(() -> edit(user, Map.of("id", 1501, "price", 8)))
                  .ok()
                  .at("/editCustomProduct"))
          .hasToString(expected);
      assertThat(table.unchangedBy(() -> delete(user, 1501)).ok().at("/deleteProduct"))
          .hasToString(expected);
    }
  }

  @Test
  void theBetaLevelOfProductsIsFour() {
    TestUser three = TestUser.coordinator().atBetaLevel(3);
    TestUser four = TestUser.coordinator().atBetaLevel(4);

    assertThat(table.unchangedBy(() -> create(three, input())).status()).isEqualTo(400);
    assertThat(table.unchangedBy(() -> edit(three, Map.of("id", 1501))).status()).isEqualTo(400);
    assertThat(table.unchangedBy(() -> delete(three, 1501)).status()).isEqualTo(400);
    assertThat(create(four, input()).ok().text("/createCustomProduct/__typename"))
        .isEqualTo("Product");
  }

  @Test
  void anInputThatIsNullIsBadUserInput() {
    assertThat(
            SERVER
                .as(TestUser.coordinator())
                .ask("mutation { createCustomProduct { __typename } }")
                .errors())
        .containsExactly("BAD_USER_INPUT createCustomProduct");
    assertThat(
            SERVER
                .as(TestUser.coordinator())
                .ask("mutation { editCustomProduct(editInput: null) { __typename } }")
                .errors())
        .containsExactly("BAD_USER_INPUT editCustomProduct");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "comment"})
  void aTextThatCannotBeStoredIsBadUserInputThatNamesTheField(String field) {
    for (String text : List.of("x".repeat(256), "y".repeat(300))) {
      Answer created = table.unchangedBy(() -> create(TestUser.coordinator(), input(field, text)));
      Answer edited =
          table.unchangedBy(() -> edit(TestUser.coordinator(), Map.of("id", 1501, field, text)));

      assertThat(created.errors()).containsExactly("BAD_USER_INPUT createCustomProduct");
      assertThat(edited.errors()).containsExactly("BAD_USER_INPUT editCustomProduct");
      assertThat(created.body().at("/errors/0/extensions/description").asText())
          .contains("'" + field + "'");
    }
  }

  @Test
  void theLongestTextIsStoredWhole() {
    String text = "ß".repeat(255);

    Answer answer = create(TestUser.coordinator(), input("name", text, "comment", text)).ok();

    ProductRecord row = table.row(answer.at("/createCustomProduct/id").asInt());
    assertThat(row.getName()).isEqualTo(text);
    assertThat(row.getComment()).isEqualTo(text);
  }

  @Test
  void thePriceEndsWhereNumbersEnd() {
    Answer largest = create(TestUser.coordinator(), input("price", Integer.MAX_VALUE)).ok();
    Answer beyond =
        table.unchangedBy(() -> create(TestUser.coordinator(), input("price", 2147483648L)));

    assertThat(largest.at("/createCustomProduct/price").asLong()).isEqualTo(Integer.MAX_VALUE);
    assertThat(beyond.status()).isEqualTo(200);
    assertThat(beyond.body().get("data").isNull()).isTrue();
  }

  @Test
  void anEditChangesWhatIsGivenAndTellsTheHistory() {
    int id = created(input("comment", "before"));

    Answer answer =
        edit(
                TestUser.coordinator(),
                Map.of(
                    "id",
                    id,
                    "name",
                    "Tops",
                    "categoryId",
                    2,
                    "sizeRangeId",
                    5,
                    "gender",
                    "Men",
                    "price",
                    40,
                    "comment",
                    "after",
                    "inShop",
                    true))
            .ok();

    assertThat(answer.text("/editCustomProduct/category/name")).isEqualTo("Bottoms");
    assertThat(answer.text("/editCustomProduct/gender")).isEqualTo("Men");
    assertThat(answer.text("/editCustomProduct/lastModifiedBy/id")).isEqualTo("3");
    assertThat(answer.at("/editCustomProduct/lastModifiedOn").isNull()).isFalse();
    ProductRecord row = table.row(id);
    assertThat(row.getName()).isEqualTo("Tops");
    assertThat(row.getSizeRangeId()).isEqualTo(5);
    assertThat(row.getGender()).isEqualTo(ProductGender.MEN);
    assertThat(row.getPrice()).isEqualTo(40);
    assertThat(row.getComment()).isEqualTo("after");
    assertThat(row.getInShop()).isTrue();
    assertThat(table.history(id))
        .containsExactly(
            "Record created by 3",
            "category_id 3 2 by 3",
            "sizegroup_id 1 5 by 3",
            "gender_id 3 2 by 3",
            "name changed from \"Umbrellas\" to \"Tops\"; by 3",
            "value 0 40 by 3",
            "comments changed from \"before\" to \"after\"; by 3",
            "stockincontainer 0 1 by 3");
  }

  @Test
  void anEditWithoutAChangeLeavesNoTrace() {
    int id = created(input("price", 3));
    Map<String, Object> nulls = new HashMap<>();
    nulls.put("id", id);
    nulls.put("name", null);
    nulls.put("price", null);
    nulls.put("comment", null);
    nulls.put("inShop", null);

    for (Map<String, ?> edit :
        List.of(Map.of("id", id), nulls, Map.of("id", id, "price", 3, "name", "Umbrellas"))) {
      Answer answer = table.unchangedBy(() -> edit(TestUser.coordinator(), edit)).ok();
      assertThat(answer.at("/editCustomProduct/lastModifiedOn").isNull()).isTrue();
      assertThat(answer.at("/editCustomProduct/price").asInt()).isEqualTo(3);
    }
  }

  @Test
  void aNegativePriceIsNotStoredByAnEdit() {
    Answer answer =
        table.unchangedBy(
            () -> edit(TestUser.coordinator(), Map.of("id", 1501, "name", "Other", "price", -32)));

    assertThat(answer.ok().at("/editCustomProduct"))
        .hasToString("{\"__typename\":\"InvalidPriceError\",\"value\":-32}");
  }

  @Test
  void aCopyOfAStandardProductIsNoCustomProduct() {
    Answer edited =
        table.unchangedBy(() -> edit(TestUser.coordinator(), Map.of("id", 1001, "name", ""))).ok();
    Answer deleted = table.unchangedBy(() -> delete(TestUser.coordinator(), 1001)).ok();

    String expected = "{\"__typename\":\"ProductTypeMismatchError\",\"expectedType\":\"Custom\"}";
    assertThat(edited.at("/editCustomProduct")).hasToString(expected);
    assertThat(deleted.at("/deleteProduct")).hasToString(expected);
  }

  @Test
  void anUnknownProductIsDataForWhoMayWrite() {
    TestUser writer = TestUser.coordinator();
    String expected =
        "{\"__typename\":\"ResourceDoesNotExistError\",\"missing\":\"99999\",\"resource\":\"Product\"}";

    assertThat(edit(writer, Map.of("id", 99999)).ok().at("/editCustomProduct"))
        .hasToString(expected);
    assertThat(delete(writer, 99999).ok().at("/deleteProduct")).hasToString(expected);
    assertThat(edit(writer, Map.of("id", "x")).errors())
        .containsExactly("BAD_USER_INPUT editCustomProduct");
    assertThat(delete(writer, "x").errors()).containsExactly("BAD_USER_INPUT deleteProduct");
  }

  @Test
  void aProductIsDeletedOnceAndKeepsItsTime() {
    int id = created(input());

    Answer first = delete(TestUser.coordinator(), id).ok();
    Answer second = table.unchangedBy(() -> delete(TestUser.coordinator(), id)).ok();

    assertThat(first.at("/deleteProduct/deletedOn").isNull()).isFalse();
    assertThat(first.at("/deleteProduct/lastModifiedOn").isNull()).isTrue();
    assertThat(second.at("/deleteProduct")).isEqualTo(first.at("/deleteProduct"));
    assertThat(table.row(id).getDeletedOn()).isNotNull();
    assertThat(table.history(id)).containsExactly("Record created by 3", "Record deleted by 3");
  }

  @Test
  void aDisabledCopyIsReturnedBeforeItsTypeIsLookedAt() {
    Answer answer = table.unchangedBy(() -> delete(TestUser.coordinator(), 1014)).ok();

    assertThat(answer.text("/deleteProduct/id")).isEqualTo("1014");
    assertThat(answer.text("/deleteProduct/deletedOn")).isEqualTo("2026-02-16T08:30:00+00:00");
  }

  @Test
  void boxesInUseKeepTheirProduct() {
    List<String> inUse =
        SERVER
            .sql()
            .select(BOX.LABEL_IDENTIFIER)
            .from(BOX)
            .where(BOX.PRODUCT_ID.eq(1501))
            .and(BOX.DELETED_ON.isNull())
            .and(
                BOX.STATE.in(
                    BoxState.IN_STOCK,
                    BoxState.MARKED_FOR_SHIPMENT,
                    BoxState.IN_TRANSIT,
                    BoxState.RECEIVING))
            .orderBy(BOX.ID)
            .fetch(BOX.LABEL_IDENTIFIER);
    assertThat(inUse).isNotEmpty();

    Answer answer = table.unchangedBy(() -> delete(TestUser.coordinator(), 1501)).ok();

    assertThat(answer.text("/deleteProduct/__typename"))
        .isEqualTo("BoxesStillAssignedToProductError");
    assertThat(answer.at("/deleteProduct/labelIdentifiers"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(inUse);
  }

  @Test
  void boxesThatAreGoneLetTheirProductGo() {
    int id = created(input());
    SERVER.sql().update(BOX).set(BOX.PRODUCT_ID, id).where(BOX.ID.in(1005, 1016, 1013)).execute();

    Answer answer = delete(TestUser.coordinator(), id).ok();

    assertThat(answer.text("/deleteProduct/__typename")).isEqualTo("Product");
  }

  @Test
  void severalMutationsOfARequestRunInOrderAndEachOnItsOwn() {
    int id = created(input("price", 1));

    Answer answer =
        SERVER
            .as(TestUser.coordinator())
            .ask(
                """
                mutation {
                  first: editCustomProduct(editInput: {id: %1$d, price: 2}) { ... on Product { price } }
                  second: editCustomProduct(editInput: {id: %1$d, price: -2}) { __typename }
                  third: editCustomProduct(editInput: {id: %1$d, price: 3}) { ... on Product { price } }
                }
                """
                    .formatted(id))
            .ok();

    assertThat(answer.at("/first/price").asInt()).isEqualTo(2);
    assertThat(answer.text("/second/__typename")).isEqualTo("InvalidPriceError");
    assertThat(answer.at("/third/price").asInt()).isEqualTo(3);
    assertThat(table.history(id))
        .containsExactly("Record created by 3", "value 1 2 by 3", "value 2 3 by 3");
  }

  @Test
  void editsAtTheSameTimeLoseNothing() {
    int id = created(input());
    AtomicInteger number = new AtomicInteger();

    List<Answer> answers =
        Crowd.asks(
            32,
            client ->
                edit(TestUser.coordinator(), Map.of("id", id, "price", number.incrementAndGet())));

    answers.forEach(Answer::ok);
    List<String> changes = table.history(id).stream().skip(1).toList();
    assertThat(changes).hasSize(32);
    // each entry begins where the one before ended
    String previous = "0";
    for (String change : changes) {
      String[] words = change.split(" ", -1);
      assertThat(words[1]).isEqualTo(previous);
      previous = words[2];
    }
    assertThat(table.row(id).getPrice()).isEqualTo(Integer.valueOf(previous));
  }

  @Test
  void deletionsAtTheSameTimeAreOne() {
    int id = created(input());

    List<Answer> answers = Crowd.asks(16, client -> delete(TestUser.coordinator(), id));

    answers.forEach(Answer::ok);
    assertThat(table.history(id)).containsExactly("Record created by 3", "Record deleted by 3");
  }

  private int created(Map<String, ?> input) {
    return create(TestUser.coordinator(), input).ok().at("/createCustomProduct/id").asInt();
  }

  private static Answer create(TestUser user, Map<String, ?> input) {
    return SERVER.as(user).ask(CREATE, Map.of("input", input));
  }

  private static Answer edit(TestUser user, Map<String, ?> input) {
    return SERVER.as(user).ask(EDIT, Map.of("input", input));
  }

  private static Answer delete(TestUser user, Object id) {
    return SERVER.as(user).ask(DELETE, Map.of("id", id));
  }

  /** The input of a creation, with other or further fields in pairs of name and value. */
  private static Map<String, ?> input(Object... others) {
    Map<String, Object> input = new HashMap<>();
    input.put("name", "Umbrellas");
    input.put("categoryId", 3);
    input.put("sizeRangeId", 1);
    input.put("gender", "UnisexAdult");
    input.put("baseId", 1);
    for (int index = 0; index < others.length; index += 2) {
      input.put((String) others[index], others[index + 1]);
    }
    return input;
  }
}
