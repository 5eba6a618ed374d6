package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.tag.TagType;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BoxCreationIT {
  private static final int SHELF = 101;
  private static final int DONATED = 105;
  private static final int DELETED_LOCATION = 108;
  private static final int SHELF_OF_OTHER_BASE = 201;
  private static final int SHELF_OF_OTHER_ORGANISATION = 301;
  private static final int BLANKETS = 1027;
  private static final int RICE = 1034;
  private static final int OIL = 1036;
  private static final int DELETED_PRODUCT = 1506;
  private static final int BLANKETS_OF_OTHER_BASE = 2027;
  private static final int BLANKETS_OF_OTHER_ORGANISATION = 3027;
  private static final int ONE_SIZE = 68;
  private static final int LITER = 2;
  private static final int GRAM = 4;
  private static final int POUND = 7;
  private static final int UNKNOWN_ID = 987_654;
  private static final String USED_QR_CODE_OF_BOX = "10001001";

  private static final String CREATE =
      """
      mutation ($input: BoxCreationInput) {
        createBox(creationInput: $input) {
          id labelIdentifier state numberOfItems comment weight monetaryValue measureValue
          weightDisplayUnit { symbol } displayUnit { id symbol }
          product { id } size { id } location { id } qrCode { id code } sourceBox { id }
          tags { id name } history { changes user { id } }
          createdOn createdBy { id } lastModifiedOn lastModifiedBy { id } deletedOn
        }
      }
      """;

  private final TestServer server = TestServer.forWrites();
  private final BoxTable boxes = new BoxTable(server);
  private final Client coordinator = server.as(TestUser.coordinator());

  @Test
  void aBoxIsCreatedWithWhatItRequires() {
    Answer answer = coordinator.ask(CREATE, blankets(Map.of())).ok();

    assertThat(answer.text("/createBox/labelIdentifier")).matches("[0-9]{8}");
    assertThat(answer.text("/createBox/product/id")).isEqualTo("1027");
    assertThat(answer.text("/createBox/size/id")).isEqualTo("68");
    assertThat(answer.text("/createBox/location/id")).isEqualTo("101");
    assertThat(answer.text("/createBox/state")).isEqualTo("InStock");
    assertThat(answer.text("/createBox/comment")).isEmpty();
    assertThat(answer.text("/createBox/weightDisplayUnit/symbol")).isEqualTo("kg");
    assertThat(answer.at("/createBox/tags")).isEmpty();
    for (String absent :
        List.of(
            "numberOfItems",
            "weight",
            "monetaryValue",
            "measureValue",
            "displayUnit",
            "qrCode",
            "sourceBox",
            "deletedOn")) {
      assertThat(answer.at("/createBox/" + absent).isNull()).as(absent).isTrue();
    }
    assertThat(answer.texts("/createBox/history", "changes")).containsExactly("created box");
  }

  @Test
  void aBoxIsCreatedWithAllThatItMayHave() {
    QrCodeRecord qrCode = boxes.newQrCode();
    Map<String, Object> input = new HashMap<>();
    input.put("numberOfItems", 12);
    input.put("comment", "Für die Küche: مطبخ");
    input.put("weight", 7.85);
    input.put("monetaryValue", 10.11);
    input.put("qrCode", qrCode.getCode());
    input.put("tagIds", List.of(106, 101, 106));
    input.put("newTagNames", List.of("Zelt", "خيمة", "Zelt"));

    Answer answer = coordinator.ask(CREATE, blankets(input)).ok();

    assertThat(answer.at("/createBox/numberOfItems").asInt()).isEqualTo(12);
    assertThat(answer.text("/createBox/comment")).isEqualTo("Für die Küche: مطبخ");
    assertThat(answer.at("/createBox/weight").asDouble()).isEqualTo(7.85);
    assertThat(answer.at("/createBox/monetaryValue").asDouble()).isEqualTo(10.11);
    assertThat(answer.text("/createBox/qrCode/code")).isEqualTo(qrCode.getCode());
    assertThat(answer.texts("/createBox/tags", "name"))
        .containsExactly("Priority", "School", "Zelt", "خيمة");
    assertThat(answer.texts("/createBox/history", "changes")).containsExactly("created box");
  }

  @Test
  void aNewBoxCountsAsModifiedByItsCreator() {
    Answer answer = coordinator.ask(CREATE, blankets(Map.of())).ok();

    BoxRecord stored = stored(answer);
    assertThat(stored.getCreatedOn())
        .isBetween(Instant.now().minusSeconds(60), Instant.now())
        .isEqualTo(stored.getLastModifiedOn());
    assertThat(stored.getCreatedBy()).isEqualTo(3);
    assertThat(stored.getLastModifiedBy()).isEqualTo(3);
    assertThat(Instant.parse(answer.text("/createBox/lastModifiedOn")))
        .isEqualTo(stored.getCreatedOn());
  }

  @Test
  void theHistoryTellsOfTheBoxAndOfItsNewTags() {
    Answer answer =
        coordinator.ask(CREATE, blankets(Map.of("newTagNames", List.of("Camping", "Cold")))).ok();

    assertThat(boxes.history(stored(answer).getId())).containsExactly("Record created by 3");
    List<TagRecord> tags = boxes.tags(stored(answer).getId());
    assertThat(tags).extracting(TagRecord::getName).containsExactly("Camping", "Cold");
    for (TagRecord tag : tags) {
      assertThat(boxes.history("tags", tag.getId())).containsExactly("Record created by 3");
      assertThat(tag.getBaseId()).isEqualTo(1);
      assertThat(tag.getType()).isEqualTo(TagType.BOX);
      assertThat(tag.getColor()).matches("#[0-9a-f]{6}");
      assertThat(tag.getDescription()).isEmpty();
      assertThat(tag.getCreatedOn()).isEqualTo(stored(answer).getCreatedOn());
      assertThat(tag.getCreatedBy()).isEqualTo(3);
    }
  }

  @Test
  void aBoxTakesTheStateOfItsLocation() {
    Answer donated = coordinator.ask(CREATE, blankets(Map.of("locationId", DONATED))).ok();

    assertThat(donated.text("/createBox/state")).isEqualTo("Donated");
  }

  @Test
  void aMeasureIsStoredInTheBaseUnitAndShownInTheDisplayUnit() {
    Answer grams = coordinator.ask(CREATE, measured(RICE, GRAM, 1500)).ok();
    Answer pounds = coordinator.ask(CREATE, measured(RICE, POUND, 3)).ok();
    Answer liters = coordinator.ask(CREATE, measured(OIL, LITER, 0.75)).ok();

    assertThat(stored(grams).getMeasureValue()).isEqualByComparingTo(new BigDecimal("1.5"));
    assertThat(stored(grams).getSizeId()).isNull();
    assertThat(grams.at("/createBox/measureValue").asDouble()).isEqualTo(1500);
    assertThat(grams.text("/createBox/displayUnit/symbol")).isEqualTo("g");
    assertThat(stored(pounds).getMeasureValue().doubleValue()).isEqualTo(3 / 2.2046);
    assertThat(pounds.at("/createBox/measureValue").asDouble()).isEqualTo(3);
    assertThat(stored(liters).getMeasureValue()).isEqualByComparingTo(new BigDecimal("0.75"));
  }

  @Test
  void nullStandsForWhatIsNotTold() {
    Map<String, Object> input = new HashMap<>();
    for (String field :
        List.of(
            "numberOfItems",
            "comment",
            "weight",
            "monetaryValue",
            "measureValue",
            "displayUnitId",
            "qrCode",
            "tagIds",
            "newTagNames")) {
      input.put(field, null);
    }

    Answer answer = coordinator.ask(CREATE, blankets(input)).ok();

    assertThat(answer.text("/createBox/comment")).isEmpty();
    assertThat(answer.at("/createBox/tags")).isEmpty();
  }

  @Test
  void tagsThatAreNotThereArePassedOver() {
    int deletedTag = 108;

    Answer answer =
        coordinator
            .ask(CREATE, blankets(Map.of("tagIds", List.of(UNKNOWN_ID, 0, -1, deletedTag, 102))))
            .ok();

    assertThat(boxes.tags(stored(answer).getId()))
        .extracting(TagRecord::getId)
        .containsExactly(102);
  }

  static Stream<Map<String, Object>> refusedInputs() {
    String field = "numberOfItems";
    return Stream.of(
        Map.of(field, -1),
        Map.of("weight", -0.5),
        Map.of("weight", 1e18),
        Map.of("weight", 1e300),
        Map.of("monetaryValue", -1),
        Map.of("monetaryValue", 1e20),
        Map.of("comment", "ش".repeat(40_000)),
        Map.of("qrCode", "😀"),
        Map.of("qrCode", "no such code"),
        Map.of("newTagNames", List.of("fine", "🎉")),
        Map.of("newTagNames", List.of("fine", "")),
        Map.of("newTagNames", List.of(" ")),
        Map.of("newTagNames", List.of("x".repeat(256))),
        Map.of("productId", UNKNOWN_ID),
        Map.of("productId", -1),
        Map.of("productId", DELETED_PRODUCT),
        Map.of("locationId", UNKNOWN_ID),
        Map.of("locationId", DELETED_LOCATION),
        Map.of("sizeId", UNKNOWN_ID),
        Map.of("displayUnitId", GRAM),
        Map.of("measureValue", 1),
        Map.of("displayUnitId", GRAM, "measureValue", 1),
        Map.of("productId", RICE),
        Map.of("productId", RICE, "displayUnitId", GRAM, "measureValue", 1),
        Map.of("tagIds", List.of(104)));
  }

  @ParameterizedTest
  @MethodSource("refusedInputs")
  void whatCannotBeIsBadInputAndLeavesNothingBehind(Map<String, Object> input) {
    Answer answer =
        boxes.unchangedBy(
            () ->
                coordinator.ask(
                    CREATE, blankets(with(Map.of("newTagNames", List.of("never")), input))));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT createBox");
    assertThat(answer.at("/createBox").isNull()).isTrue();
  }

  static Stream<Map<String, Object>> incompleteContents() {
    return Stream.of(
        Map.of("productId", BLANKETS),
        Map.of("productId", RICE),
        Map.of("productId", RICE, "displayUnitId", GRAM),
        Map.of("productId", RICE, "measureValue", 1),
        Map.of("productId", RICE, "displayUnitId", GRAM, "measureValue", -1),
        Map.of("productId", RICE, "displayUnitId", LITER, "measureValue", 1),
        Map.of("productId", RICE, "displayUnitId", UNKNOWN_ID, "measureValue", 1),
        Map.of("productId", RICE, "displayUnitId", 6, "measureValue", 1e17));
  }

  @ParameterizedTest
  @MethodSource("incompleteContents")
  void aProductNeedsItsSizeOrAMeasureInAUnitOfItsDimension(Map<String, Object> input) {
    Answer answer =
        boxes.unchangedBy(
            () ->
                coordinator.ask(CREATE, Map.of("input", with(Map.of("locationId", SHELF), input))));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT createBox");
  }

  @ParameterizedTest
  @ValueSource(strings = {"comment", "newTagNames"})
  void aTextThatCannotBeStoredIsRefusedNamingItsField(String field) {
    String text = "x".repeat(70_000);
    Object value = field.equals("newTagNames") ? List.of(text) : text;

    Answer answer = coordinator.ask(CREATE, blankets(Map.of(field, value)));

    assertThat(description(answer)).contains("'" + field + "'");
  }

  @Test
  void theInputIsRequired() {
    assertThat(coordinator.ask(CREATE).errors()).containsExactly("BAD_USER_INPUT createBox");
  }

  @Test
  void productLocationAndTagsAreOfOneBase() {
    Client client = server.as(TestUser.coordinator().in(1, 2));

    for (Map<String, Object> input :
        List.<Map<String, Object>>of(
            Map.of("productId", BLANKETS_OF_OTHER_BASE),
            Map.of("locationId", SHELF_OF_OTHER_BASE),
            Map.of("tagIds", List.of(201)),
            Map.of("tagIds", List.of(101, 201)))) {
      Answer answer = boxes.unchangedBy(() -> client.ask(CREATE, blankets(input)));
      assertThat(answer.errors()).containsExactly("BAD_USER_INPUT createBox");
    }
  }

  @Test
  void aQrCodeThatABoxHasIsRefused() {
    Integer used = boxes.row(USED_QR_CODE_OF_BOX).getQrCodeId();
    String code = boxes.qrCode(used).getCode();

    Answer answer =
        boxes.unchangedBy(() -> coordinator.ask(CREATE, blankets(Map.of("qrCode", code))));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT createBox");
    assertThat(description(answer)).contains("another box");
  }

  @Test
  void creatingNeedsThePermissions() {
    for (TestUser user :
        List.of(
            TestUser.coordinator().without(STOCK_WRITE),
            TestUser.coordinator().without(LOCATION_READ),
            TestUser.coordinator().without(PRODUCT_READ),
            TestUser.coordinator().without(TAG_RELATION_ASSIGN))) {
      assertForbidden(user, blankets(Map.of()));
    }
    TestUser blind = TestUser.coordinator().without(TAG_READ);
    assertForbidden(blind, blankets(Map.of("tagIds", List.of(101))));
    server
        .as(blind)
        .ask(
            "mutation ($input: BoxCreationInput) { createBox(creationInput: $input) { id } }",
            blankets(Map.of()))
        .ok();
  }

  @Test
  void creatingNeedsThePermissionsForTheBase() {
    assertForbidden(TestUser.coordinator(6, 1, 2), blankets(Map.of()));
    assertForbidden(TestUser.coordinator(7, 2, 3), blankets(Map.of()));
    for (Map<String, Object> input :
        List.<Map<String, Object>>of(
            Map.of("locationId", SHELF_OF_OTHER_BASE),
            Map.of("locationId", SHELF_OF_OTHER_ORGANISATION),
            Map.of("productId", BLANKETS_OF_OTHER_BASE),
            Map.of("productId", BLANKETS_OF_OTHER_ORGANISATION),
            Map.of("tagIds", List.of(101, 201)),
            Map.of("tagIds", List.of(301)))) {
      assertForbidden(TestUser.coordinator(), blankets(input));
    }
  }

  @Test
  void creatingNeedsTheBetaLevel() {
    Answer refused =
        boxes.unchangedBy(
            () -> server.as(TestUser.coordinator().atBetaLevel(0)).ask(CREATE, blankets(Map.of())));

    assertThat(refused.status()).isEqualTo(400);
    server.as(TestUser.coordinator().atBetaLevel(1)).ask(CREATE, blankets(Map.of())).ok();
  }

  @Test
  void ofManyWhoPutOneQrCodeOnANewBoxOnlyOneDoes() {
    QrCodeRecord qrCode = boxes.newQrCode();

    List<Answer> answers =
        Crowd.asks(
            32, number -> coordinator.ask(CREATE, blankets(Map.of("qrCode", qrCode.getCode()))));

    assertThat(answers).filteredOn(answer -> answer.errors().isEmpty()).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !answer.errors().isEmpty())
        .hasSize(31)
        .allSatisfy(
            answer -> {
              assertThat(answer.errors()).containsExactly("BAD_USER_INPUT createBox");
              assertThat(description(answer)).contains("another box");
            });
    assertThat(server.sql().fetchCount(BOX, BOX.QR_CODE_ID.eq(qrCode.getId()))).isEqualTo(1);
  }

  @Test
  void manyWhoCreateAtOnceGetDifferentLabels() {
    List<Answer> answers =
        Crowd.asks(32, number -> coordinator.ask(CREATE, blankets(Map.of())).ok());

    assertThat(answers)
        .extracting(answer -> answer.text("/createBox/labelIdentifier"))
        .doesNotHaveDuplicates();
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(boxes.history(stored(answer).getId()))
                    .containsExactly("Record created by 3"));
  }

  /** Each round lets a deletion meet the creation of a box at another moment of it. */
  @Test
  void aProductIsDeletedOnlyWhereNoBoxGetsIt() {
    String delete =
        "mutation ($id: ID!) { deleteProduct(id: $id) { ... on Product { deletedOn } } }";
    for (int round = 0; round < 40; round++) {
      int product = boxes.newProduct();
      List<Answer> answers =
          Crowd.asks(
              2,
              number ->
                  number == 0
                      ? coordinator.ask(delete, Map.of("id", product)).ok()
                      : coordinator.ask(CREATE, blankets(Map.of("productId", product))));

      boolean deleted = answers.getFirst().at("/deleteProduct/deletedOn").isTextual();
      assertThat(answers.getLast().at("/createBox").isObject()).isNotEqualTo(deleted);
      assertThat(server.sql().fetchCount(BOX, BOX.PRODUCT_ID.eq(product)))
          .isEqualTo(deleted ? 0 : 1);
    }
  }

  @Test
  void aThousandTagsAreAttachedByAsManyStatementsAsTwo() {
    Map<String, Object> few =
        blankets(Map.of("newTagNames", names(2), "tagIds", List.of(UNKNOWN_ID, 0)));
    Map<String, Object> many =
        blankets(
            Map.of(
                "newTagNames",
                names(1000),
                "tagIds",
                IntStream.range(UNKNOWN_ID, UNKNOWN_ID + 1000).boxed().toList()));

    List<String> ofFew = server.statementsOf(() -> coordinator.ask(CREATE, few).ok());
    AtomicReference<Answer> answer = new AtomicReference<>();
    List<String> ofMany = server.statementsOf(() -> answer.set(coordinator.ask(CREATE, many)));

    assertThat(ofMany).hasSameSizeAs(ofFew);
    assertThat(boxes.tags(stored(answer.get()).getId())).hasSize(1000);
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(number -> "Tag " + number).toList();
  }

  @Test
  void severalBoxesOfOneRequestAreCreatedOneByOne() {
    Answer answer =
        coordinator.ask(
            """
            mutation {
              first: createBox(creationInput: {productId: 1027, sizeId: 68, locationId: 101}) { id }
              bad: createBox(creationInput: {productId: 1027, locationId: 101}) { id }
              last: createBox(creationInput: {productId: 1027, sizeId: 68, locationId: 101}) { id }
            }
            """);

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT bad");
    assertThat(answer.at("/last/id").asInt()).isGreaterThan(answer.at("/first/id").asInt());
    assertThat(answer.at("/bad").isNull()).isTrue();
  }

  @Test
  void theMutationOfTheWebAppRunsWhole() {
    QrCodeRecord qrCode = boxes.newQrCode();
    Map<String, Object> variables = new HashMap<>();
    variables.put("location", SHELF);
    variables.put("product", BLANKETS);
    variables.put("size", ONE_SIZE);
    variables.put("items", 3);
    variables.put("qr", qrCode.getCode());
    variables.put("tags", List.of(101));
    variables.put("comment", "");
    variables.put("newTags", Arrays.asList("From the form"));

    Answer answer =
        coordinator
            .ask(
                """
                mutation (
                  $location: Int!, $product: Int!, $size: Int!, $items: Int!, $weight: Float, $value: Float
                  $comment: String, $tags: [Int!], $newTags: [String!], $qr: String
                ) {
                  createBox(creationInput: {
                    locationId: $location, productId: $product, numberOfItems: $items, sizeId: $size, qrCode: $qr
                    weight: $weight, monetaryValue: $value, comment: $comment, tagIds: $tags, newTagNames: $newTags
                  }) {
                    ...Row
                    qrCode { code box { ... on Box { labelIdentifier } } }
                  }
                }
                """
                    + BoxTable.ROW_OF_THE_WEB_APP,
                variables)
            .ok();

    assertThat(answer.text("/createBox/qrCode/box/labelIdentifier"))
        .isEqualTo(answer.text("/createBox/labelIdentifier"));
    assertThat(answer.text("/createBox/location/base/monetaryCurrencyCode")).isNotEmpty();
    assertThat(answer.texts("/createBox/tags", "name"))
        .containsExactly("Priority", "From the form");
    assertThat(answer.at("/createBox/shipmentDetail").isNull()).isTrue();
  }

  private void assertForbidden(TestUser user, Map<String, Object> variables) {
    Answer answer = boxes.unchangedBy(() -> server.as(user).ask(CREATE, variables));
    assertThat(answer.errors()).containsExactly("FORBIDDEN createBox");
  }

  private BoxRecord stored(Answer answer) {
    return boxes.row(answer.text("/createBox/labelIdentifier"));
  }

  private static String description(Answer answer) {
    return answer.body().at("/errors/0/extensions/description").asText();
  }

  private static Map<String, Object> blankets(Map<String, Object> input) {
    return Map.of(
        "input",
        with(Map.of("productId", BLANKETS, "sizeId", ONE_SIZE, "locationId", SHELF), input));
  }

  private static Map<String, Object> measured(int product, int unit, double value) {
    return Map.of(
        "input",
        Map.of(
            "productId",
            product,
            "locationId",
            SHELF,
            "displayUnitId",
            unit,
            "measureValue",
            value));
  }

  private static Map<String, Object> with(Map<String, Object> input, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(input);
    all.putAll(more);
    return all;
  }
}
