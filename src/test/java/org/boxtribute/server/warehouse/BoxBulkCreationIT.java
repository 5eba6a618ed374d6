package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.tag.TagType;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class BoxBulkCreationIT {
  private static final int SHELF = 101;
  private static final int DONATED = 105;
  private static final int DELETED_LOCATION = 108;
  private static final int SHELF_OF_OTHER_BASE = 201;
  private static final int SHELF_OF_DELETED_BASE = 601;
  private static final int SHIRTS = 1001;
  private static final int BLANKETS = 1027;
  private static final int RICE = 1034;
  private static final int DELETED_PRODUCT = 1506;
  private static final int SHIRTS_OF_OTHER_BASE = 2001;
  private static final int SHIRTS_OF_OTHER_ORGANISATION = 3001;
  private static final int SHIRTS_OF_DELETED_BASE = 6001;
  private static final int UNKNOWN_ID = 987_654;
  private static final String IN_STOCK = "10001001";
  private static final String DELETED_BOX = "10001005";
  private static final String BOX_FOR_SHIPMENT = "10001601";
  private static final String BOX_OF_OTHER_BASE = "10002001";

  private static final String CREATE =
      """
      mutation ($input: [BoxBulkCreationInput!]) {
        createBoxes(creationInput: $input) {
          __typename
          ... on BoxesResult {
            updatedBoxes {
              id labelIdentifier state numberOfItems comment measureValue displayUnit { symbol }
              product { id } size { label } location { id } tags { id name } history { changes }
              createdBy { id } lastModifiedOn lastModifiedBy { id }
            }
            invalidBoxLabelIdentifiers
          }
          ... on InsufficientPermissionError { permission: name }
          ... on UnauthorizedForBaseError { id organisationName }
          ... on DeletedBaseError { deletedBase: name }
          ... on InvalidBaseError { ids }
          ... on ProductLocationBaseMismatchError { _ }
        }
      }
      """;
  private static final String BOXES = "/createBoxes/updatedBoxes";
  private static final String INVALID = "/createBoxes/invalidBoxLabelIdentifiers";
  private static final String TYPE = "/createBoxes/__typename";

  private final TestServer server = TestServer.forWrites();
  private final BoxTable boxes = new BoxTable(server);
  private final Client coordinator = server.as(TestUser.coordinator());

  @Test
  void boxesAreCreatedInTheOrderOfTheRequest() {
    Answer answer =
        create(
                shirts("M", "numberOfItems", 12, "comment", "Für den Winter: شتاء"),
                line(BLANKETS, SHELF, "One size"))
            .ok();

    assertThat(answer.texts(BOXES, "product/id")).containsExactly("1001", "1027");
    assertThat(answer.texts(BOXES, "size/label")).containsExactly("M", "One size");
    assertThat(answer.texts(BOXES, "numberOfItems")).containsExactly("12", "0");
    assertThat(answer.texts(BOXES, "comment")).containsExactly("Für den Winter: شتاء", "");
    assertThat(answer.texts(BOXES, "createdBy/id")).containsOnly("3");
    assertThat(answer.texts(BOXES, "labelIdentifier"))
        .doesNotHaveDuplicates()
        .allMatch(label -> label.matches("[0-9]{8}"));
    assertThat(answer.at(INVALID)).isEmpty();
    for (String label : answer.texts(BOXES, "labelIdentifier")) {
      assertThat(boxes.history(boxes.row(label).getId())).containsExactly("Record created by 3");
    }
  }

  @Test
  void newBoxesAreInStockWhereverTheyAreAndDoNotCountAsModified() {
    Answer answer = create(line(SHIRTS, DONATED, "M")).ok();

    assertThat(answer.text(BOXES + "/0/location/id")).isEqualTo("105");
    assertThat(answer.text(BOXES + "/0/state")).isEqualTo("InStock");
    assertThat(answer.at(BOXES + "/0/lastModifiedOn").isNull()).isTrue();
    assertThat(answer.at(BOXES + "/0/lastModifiedBy").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1001 | s             | S        | ''
          1001 | XXL           | XXL      | ''
          1001 | Mixed         | Mixed    | ''
          1001 | 10 ml         | Mixed    | original size: '10 ml'
          1001 | Größe 7       | Mixed    | original size: 'größe 7'
          1001 | ''            | Mixed    | original size: ''
          1027 | M             | null     | original size: 'm'
          """)
  void aSizeIsFoundByItsNameOrIsMixed(int product, String name, String size, String note) {
    Answer answer = create(line(product, SHELF, name)).ok();

    assertThat(answer.at(BOXES + "/0/size/label").asText("null")).isEqualTo(size);
    assertThat(answer.text(BOXES + "/0/comment")).isEqualTo(note);
    assertThat(answer.at(BOXES + "/0/measureValue").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1034 | 500 G         | 500.0 | g
          1034 | 1.5kg         | 1.5   | kg
          1034 | .25 lb        | 0.25  | lb
          1034 | 2. t          | 2.0   | t
          1036 | 330ML         | 330.0 | ml
          1036 | 3 gal (US)    | 3.0   | gal (US)
          """)
  void aMeasureIsANumberAndAUnit(int product, String name, double value, String unit) {
    JsonNode box = create(line(product, SHELF, name)).ok().at(BOXES + "/0");

    assertThat(box.at("/measureValue").asDouble()).isEqualTo(value);
    assertThat(box.at("/displayUnit/symbol").asText()).isEqualTo(unit);
    assertThat(box.at("/size").isNull()).isTrue();
    assertThat(box.at("/comment").asText()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1034,50", "1034,5 ml", "1034,kg", "1034,-5 kg", "1036,1 kg", "1036,L"})
  void whatIsNoMeasureOfTheProductIsNotedAfterTheComment(int product, String name) {
    JsonNode box =
        create(line(product, SHELF, name, "comment", "this is cool")).ok().at(BOXES + "/0");

    assertThat(box.at("/measureValue").isNull()).isTrue();
    assertThat(box.at("/displayUnit").isNull()).isTrue();
    assertThat(box.at("/comment").asText())
        .isEqualTo("this is cool; original size: '" + name.toLowerCase(Locale.ROOT) + "'");
  }

  @Test
  void boxesGetTheirTagsAndShareNewOnes() {
    Answer answer =
        create(
                shirts("M", "tagIds", List.of(106, 101, 106), "newTagNames", List.of("Zelt")),
                shirts("M", "tagIds", List.of(108), "newTagNames", List.of("خيمة", "Zelt")),
                shirts("M"))
            .ok();

    assertThat(answer.texts(BOXES + "/0/tags", "name"))
        .containsExactly("Priority", "School", "Zelt");
    assertThat(answer.texts(BOXES + "/1/tags", "name")).containsExactly("Zelt", "خيمة");
    assertThat(answer.texts(BOXES + "/2/tags", "name")).isEmpty();
    assertThat(answer.text(BOXES + "/0/tags/2/id")).isEqualTo(answer.text(BOXES + "/1/tags/0/id"));
    assertThat(answer.texts(BOXES + "/1/history", "changes")).containsExactly("created box");
    int tag = answer.at(BOXES + "/0/tags/2/id").asInt();
    TagRecord created = server.sql().fetchSingle(TAG, TAG.ID.eq(tag));
    assertThat(created.getBaseId()).isEqualTo(1);
    assertThat(created.getType()).isEqualTo(TagType.BOX);
    assertThat(created.getColor()).matches("#[0-9a-f]{6}");
    assertThat(boxes.history("tags", tag)).containsExactly("Record created by 3");
  }

  @Test
  void itemsAreAddedToBoxesThatAreThere() {
    BoxRecord box = boxes.copyOf(IN_STOCK);
    BoxRecord untold = boxes.copyOf(IN_STOCK);
    untold.setNumberOfItems(null);
    server.sql().executeUpdate(untold);
    int before = box.getNumberOfItems();

    Answer answer =
        create(more(box, 3), shirts("M"), more(untold, 5), more(box, 4), more(box, 0)).ok();

    assertThat(answer.texts(BOXES, "labelIdentifier"))
        .containsSubsequence(
            box.getLabelIdentifier(),
            untold.getLabelIdentifier(),
            box.getLabelIdentifier(),
            box.getLabelIdentifier())
        .hasSize(5);
    assertThat(answer.at(BOXES + "/0/numberOfItems").asInt()).isEqualTo(before + 7);
    assertThat(answer.at(BOXES + "/2/numberOfItems").asInt()).isEqualTo(5);
    assertThat(answer.text(BOXES + "/0/lastModifiedBy/id")).isEqualTo("3");
    assertThat(boxes.row(box.getLabelIdentifier()).getLastModifiedOn())
        .isAfter(box.getLastModifiedOn());
    assertThat(boxes.history(box.getId()))
        .containsExactly("items %d %d by 3".formatted(before, before + 7));
    assertThat(boxes.history(untold.getId())).containsExactly("items 5 by 3");
  }

  @Test
  void aBoxThatGetsNoItemsStaysAsItIs() {
    BoxRecord box = boxes.copyOf(IN_STOCK);

    Answer answer = boxes.unchangedBy(() -> create(more(box, 0)).ok());

    assertThat(answer.texts(BOXES, "id")).containsExactly(String.valueOf(box.getId()));
  }

  @Test
  void boxesThatCannotGetItemsAreNamedAndTheOthersGetTheirs() {
    BoxRecord box = boxes.copyOf(IN_STOCK);
    BoxRecord full = boxes.copyOf(IN_STOCK);
    List<Map<String, Object>> lines = new ArrayList<>();
    lines.add(more(full, Integer.MAX_VALUE));
    for (String label :
        List.of(
            BOX_FOR_SHIPMENT, DELETED_BOX, BOX_OF_OTHER_BASE, "no such box", "📦", DELETED_BOX)) {
      lines.add(shirts("M", "numberOfItems", 1, "boxLabelIdentifierForMerge", label));
    }
    lines.add(more(box, -1));
    lines.add(more(box, 2));

    Answer answer = coordinator.ask(CREATE, Map.of("input", lines)).ok();

    assertThat(answer.texts(BOXES, "labelIdentifier")).containsExactly(box.getLabelIdentifier());
    assertThat(answer.at(BOXES + "/0/numberOfItems").asInt()).isEqualTo(box.getNumberOfItems() + 2);
    assertThat(answer.texts(INVALID))
        .containsExactly(
            full.getLabelIdentifier(),
            BOX_FOR_SHIPMENT,
            DELETED_BOX,
            BOX_OF_OTHER_BASE,
            "no such box",
            "📦",
            DELETED_BOX,
            box.getLabelIdentifier());
  }

  @Test
  void whatElseIsToldOfABoxThatGetsItemsIsPassedOver() {
    BoxRecord box = boxes.copyOf(IN_STOCK);
    Map<String, Object> line = more(box, 1);
    line.put("sizeName", "😀");
    line.put("comment", "😀");
    line.put("tagIds", List.of(UNKNOWN_ID));
    line.put("newTagNames", List.of(""));

    create(line).ok();

    assertThat(boxes.row(box.getLabelIdentifier()).getComment()).isEqualTo(box.getComment());
    assertThat(boxes.tags(box.getId())).isEmpty();
  }

  @Test
  void noLinesCreateNothing() {
    Answer answer =
        boxes.unchangedBy(
            () -> server.as(TestUser.coordinator()).ask(CREATE, Map.of("input", List.of())).ok());

    assertThat(answer.text(TYPE)).isEqualTo("BoxesResult");
    assertThat(answer.at(BOXES)).isEmpty();
    assertThat(answer.at(INVALID)).isEmpty();
  }

  @Test
  void locationsAndProductsAreOfOneBase() {
    assertThat(
            invalidBases(
                server.as(TestUser.god()),
                line(SHIRTS, SHELF_OF_OTHER_BASE, "M"),
                line(SHIRTS, SHELF, "M")))
        .containsExactly("1", "2");
    assertThat(
            invalidBases(
                coordinator,
                line(SHIRTS_OF_OTHER_ORGANISATION, SHELF, "M"),
                line(SHIRTS, SHELF, "M")))
        .containsExactly("1", "3");
    assertThat(invalidBases(coordinator, line(SHIRTS, UNKNOWN_ID, "M"))).isEmpty();
    assertThat(invalidBases(coordinator, line(UNKNOWN_ID, SHELF, "M"))).isEmpty();
  }

  @Test
  void productsAreOfTheBaseOfTheLocations() {
    Answer answer = boxes.unchangedBy(() -> create(line(SHIRTS_OF_OTHER_BASE, SHELF, "M")).ok());

    assertThat(answer.text(TYPE)).isEqualTo("ProductLocationBaseMismatchError");
  }

  @Test
  void noBoxesAreCreatedInADeletedBase() {
    Answer answer =
        boxes.unchangedBy(
            () ->
                server
                    .as(TestUser.coordinator().in(6))
                    .ask(
                        CREATE,
                        Map.of(
                            "input",
                            List.of(line(SHIRTS_OF_DELETED_BASE, SHELF_OF_DELETED_BASE, "M"))))
                    .ok());

    assertThat(answer.text("/createBoxes/deletedBase")).isEqualTo("Old Mill");
  }

  static Stream<Map<String, Object>> badLines() {
    return Stream.of(
        shirts("M", "numberOfItems", -1),
        shirts("M", "comment", "x".repeat(65_536)),
        shirts("unknown", "comment", "x".repeat(65_520)),
        shirts("M", "newTagNames", List.of(" ")),
        shirts("M", "newTagNames", List.of("x".repeat(256))),
        shirts("M", "newTagNames", List.of("😀")),
        shirts("M", "tagIds", List.of(101, UNKNOWN_ID)),
        shirts("M", "tagIds", List.of(201)),
        shirts("M", "tagIds", List.of(104)),
        line(RICE, SHELF, "9".repeat(40) + " kg"),
        line(DELETED_PRODUCT, SHELF, "M"),
        line(UNKNOWN_ID, SHELF, "M"),
        line(SHIRTS, DELETED_LOCATION, "M"),
        line(SHIRTS, UNKNOWN_ID, "M"));
  }

  @ParameterizedTest
  @MethodSource("badLines")
  void oneBadLineAndNothingIsWritten(Map<String, Object> line) {
    BoxRecord box = boxes.copyOf(IN_STOCK);

    Answer answer =
        boxes.unchangedBy(
            () -> create(shirts("M", "newTagNames", List.of("Never")), more(box, 1), line));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT createBoxes");
  }

  @Test
  void theInputIsNeeded() {
    assertThat(coordinator.ask(CREATE).errors()).containsExactly("BAD_USER_INPUT createBoxes");
  }

  @Test
  void creatingNeedsBothPermissions() {
    assertThat(refusal(TestUser.coordinator().without(STOCK_WRITE)).text("/createBoxes/permission"))
        .isEqualTo("stock:write");
    assertThat(
            refusal(TestUser.coordinator().without(TAG_RELATION_ASSIGN))
                .text("/createBoxes/permission"))
        .isEqualTo("tag_relation:assign");
  }

  @Test
  void thePermissionForAnotherBaseOrOrganisationIsNotEnough() {
    Answer ofBase = refusal(TestUser.coordinator(6, 1, 2));
    Answer ofOrganisation = refusal(TestUser.coordinator(7, 2, 3));

    for (Answer answer : List.of(ofBase, ofOrganisation)) {
      assertThat(answer.text(TYPE)).isEqualTo("UnauthorizedForBaseError");
      assertThat(answer.text("/createBoxes/id")).isEqualTo("1");
      assertThat(answer.text("/createBoxes/organisationName")).startsWith("Lantern");
    }
  }

  @Test
  void creatingNeedsTheBetaLevel() {
    Map<String, Object> input = Map.of("input", List.of(shirts("M")));

    Answer refused =
        boxes.unchangedBy(
            () -> server.as(TestUser.coordinator().atBetaLevel(5)).ask(CREATE, input));

    assertThat(refused.status()).isEqualTo(400);
    server.as(TestUser.coordinator().atBetaLevel(6)).ask(CREATE, input).ok();
  }

  @Test
  void aThousandBoxesTakeAsManyStatementsAsAFew() {
    List<Answer> answers = new ArrayList<>();
    List<String> statementsForFew = server.statementsOf(() -> answers.add(createMany(4)));
    List<String> statementsForMany = server.statementsOf(() -> answers.add(createMany(1000)));

    assertThat(statementsForMany).hasSameSizeAs(statementsForFew);
    List<String> labels = answers.get(1).texts(BOXES, "labelIdentifier");
    assertThat(labels).hasSize(1000);
    assertThat(new HashSet<>(labels)).hasSize(501);
  }

  @Test
  void manyClientsCreateEachTheirOwnTagOfOneName() {
    BoxRecord box = boxes.copyOf(IN_STOCK);
    int tags = countTags("Crowded");

    List<Answer> answers =
        Crowd.asks(
            32,
            number ->
                create(
                        shirts("M", "newTagNames", List.of("Crowded"), "tagIds", List.of(101)),
                        more(box, 1),
                        shirts("L", "newTagNames", List.of("Crowded")))
                    .ok());

    assertThat(answers)
        .flatExtracting(answer -> answer.texts(BOXES, "labelIdentifier"))
        .filteredOn(label -> !label.equals(box.getLabelIdentifier()))
        .hasSize(64)
        .doesNotHaveDuplicates();
    assertThat(answers)
        .extracting(answer -> answer.text(BOXES + "/2/tags/0/id"))
        .doesNotHaveDuplicates();
    assertThat(countTags("Crowded")).isEqualTo(tags + 32);
    assertThat(boxes.row(box.getLabelIdentifier()).getNumberOfItems())
        .isEqualTo(box.getNumberOfItems() + 32);
    assertThat(boxes.history(box.getId())).hasSize(32);
  }

  private Answer createMany(int number) {
    BoxRecord box = boxes.copyOf(IN_STOCK);
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int made = 0; made < number / 2; made++) {
      lines.add(
          line(
              made % 2 == 0 ? SHIRTS : RICE,
              SHELF,
              "2 kg",
              "tagIds",
              List.of(101, 102),
              "newTagNames",
              List.of("Tag " + made % 7)));
      lines.add(more(box, 1));
    }
    return coordinator.ask(CREATE, Map.of("input", lines)).ok();
  }

  private int countTags(String name) {
    return server.sql().fetchCount(TAG, TAG.NAME.eq(name));
  }

  private Answer refusal(TestUser user) {
    BoxRecord box = boxes.copyOf(IN_STOCK);
    return boxes.unchangedBy(
        () ->
            server.as(user).ask(CREATE, Map.of("input", List.of(shirts("M"), more(box, 1)))).ok());
  }

  private List<String> invalidBases(Client client, Map<?, ?>... lines) {
    Answer answer =
        boxes.unchangedBy(() -> client.ask(CREATE, Map.of("input", List.of(lines))).ok());
    assertThat(answer.text(TYPE)).isEqualTo("InvalidBaseError");
    return answer.texts("/createBoxes/ids");
  }

  private Answer create(Map<?, ?>... lines) {
    return coordinator.ask(CREATE, Map.of("input", List.of(lines)));
  }

  private static Map<String, Object> shirts(String sizeName, Object... more) {
    return line(SHIRTS, SHELF, sizeName, more);
  }

  private static Map<String, Object> more(BoxRecord box, int items) {
    return shirts(
        "M", "numberOfItems", items, "boxLabelIdentifierForMerge", box.getLabelIdentifier());
  }

  private static Map<String, Object> line(
      int product, int location, String sizeName, Object... more) {
    Map<String, Object> line = new HashMap<>();
    line.put("productId", product);
    line.put("locationId", location);
    line.put("sizeName", sizeName);
    for (int index = 0; index < more.length; index += 2) {
      line.put((String) more[index], more[index + 1]);
    }
    return line;
  }
}
