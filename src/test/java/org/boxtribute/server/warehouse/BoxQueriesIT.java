package org.boxtribute.server.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.Conditions.isNotDeleted;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT_DETAIL;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.boxtribute.server.product.ProductGender;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.jooq.Condition;
import org.junit.jupiter.api.Test;

final class BoxQueriesIT {
  /** What the page that lists boxes shows of each, but for its shipment. */
  private static final String LISTED_FIELDS =
      """
      id labelIdentifier
      product { type id name gender deletedOn category { id name } }
      numberOfItems
      size { id label }
      weight monetaryValue weightDisplayUnit { symbol }
      state
      location { id name base { monetaryCurrencyCode } }
      tags { id name color description type deletedOn createdOn lastModifiedOn lastUsedOn }
      qrCode { code }
      comment createdOn lastModifiedOn deletedOn
      createdBy { id name }
      lastModifiedBy { id name }
      """;

  /** What the page of one box shows, but for its shipment and its distribution event. */
  private static final String BOX_PAGE =
      """
      query ($labelIdentifier: String!) {
        box(labelIdentifier: $labelIdentifier) {
          id labelIdentifier state
          product {
            id name type gender deletedOn category { id name } instockItemsCount transferItemsCount
          }
          size { id label }
          weight monetaryValue weightDisplayUnit { symbol }
          measureValue displayUnit { symbol }
          qrCode { code }
          location {
            __typename id name
            ... on ClassicLocation { defaultBoxState }
            base {
              id name monetaryCurrencyCode
              locations { id seq name ... on ClassicLocation { defaultBoxState } }
            }
          }
          numberOfItems
          tags { id name color }
          comment
          history { id changes changeDate user { id name } }
          createdOn lastModifiedOn deletedOn
        }
      }
      """;

  private final TestServer server = TestServer.shared();
  private final Client coordinator = server.as(TestUser.coordinator());

  @Test
  void thePageThatListsBoxesWorks() {
    String query =
        """
        query ($baseId: ID!, $filterInput: FilterBoxInput, $paginationInput: Int) {
          boxes(
            baseId: $baseId, filterInput: $filterInput, paginationInput: {first: $paginationInput}
          ) {
            totalCount
            pageInfo { hasNextPage }
            elements { %s }
          }
        }
        """
            .formatted(LISTED_FIELDS);
    Map<String, Object> variables =
        Map.of("baseId", "1", "filterInput", Map.of(), "paginationInput", 100000);

    Answer answer = coordinator.ask(query, variables).ok();

    int boxes = answer.at("/boxes/totalCount").asInt();
    assertThat(boxes).isEqualTo(idsInBase1(noCondition()).size()).isGreaterThan(600);
    assertThat(answer.at("/boxes/elements")).hasSize(boxes);
    assertThat(answer.at("/boxes/pageInfo/hasNextPage").asBoolean()).isFalse();
    List<String> statements = statements(query, 600);
    assertThat(statements).hasSameSizeAs(statements(query, 1)).hasSizeLessThan(14);
    assertThat(statements(query, 100000)).hasSizeLessThan(statements.size());
  }

  private List<String> statements(String query, int boxes) {
    return server.statementsOf(
        () -> coordinator.ask(query, Map.of("baseId", "1", "paginationInput", boxes)).ok());
  }

  @Test
  void thePageOfOneBoxWorks() {
    Answer answer = coordinator.ask(BOX_PAGE, Map.of("labelIdentifier", "10001041")).ok();

    assertThat(answer.text("/box/id")).isEqualTo("1041");
    assertThat(answer.text("/box/location/__typename")).isEqualTo("ClassicLocation");
    assertThat(answer.at("/box/location/base/locations").size()).isGreaterThan(8);
    assertThat(answer.at("/box/size").isNull()).isTrue();
  }

  @Test
  void aMeasureIsShownInItsUnit() {
    Answer answer =
        coordinator
            .ask(
                """
                {
                  boxes(baseId: 1, paginationInput: {first: 1000}) {
                    elements { id measureValue displayUnit { id symbol } size { id } }
                  }
                }
                """)
            .ok();
    Map<String, Double> shown =
        Map.ofEntries(
            Map.entry("kg", 5.0),
            Map.entry("l", 2.0),
            Map.entry("ml", 750.0),
            Map.entry("g", 500.0),
            Map.entry("mg", 250000.0),
            Map.entry("t", 0.05),
            Map.entry("lb", 12.5),
            Map.entry("oz", 20.0),
            Map.entry("gal (US)", 1.0),
            Map.entry("pt (US)", 4.0),
            Map.entry("fl oz (US)", 33.5));

    List<String> units = new ArrayList<>();
    answer
        .at("/boxes/elements")
        .forEach(
            box -> {
              if (box.at("/displayUnit").isNull()) {
                assertThat(box.at("/measureValue").isNull()).isTrue();
                return;
              }
              String unit = box.at("/displayUnit/symbol").asText();
              units.add(unit);
              assertThat(box.at("/size").isNull()).isTrue();
              assertThat(box.at("/measureValue").asDouble())
                  .isCloseTo(shown.get(unit), Offset.offset(1e-9));
            });
    assertThat(units).isNotEmpty();
  }

  @Test
  void weightAndValueAreNumbers() {
    Answer answer =
        coordinator
            .ask(
                """
                {
                  boxes(baseId: 1, paginationInput: {first: 1000}) {
                    elements { id weight monetaryValue weightDisplayUnit { symbol } }
                  }
                }
                """)
            .ok();
    Map<String, BigDecimal> weights =
        server
            .sql()
            .select(BOX.ID, BOX.WEIGHT)
            .from(BOX)
            .where(BOX.WEIGHT.isNotNull())
            .fetchMap(row -> String.valueOf(row.value1()), row -> row.value2());

    answer
        .at("/boxes/elements")
        .forEach(
            box -> {
              BigDecimal weight = weights.get(box.at("/id").asText());
              if (weight == null) {
                assertThat(box.at("/weight").isNull()).isTrue();
              } else {
                assertThat(box.at("/weight").isNumber()).isTrue();
                assertThat(box.at("/weight").asDouble()).isEqualTo(weight.doubleValue());
              }
              assertThat(box.at("/weightDisplayUnit/symbol").asText()).isEqualTo("kg");
            });
  }

  @Test
  void statesAreFiltered() {
    assertFiltered(
        "{states: [Lost, MarkedForShipment]}",
        BOX.STATE.in(BoxState.LOST, BoxState.MARKED_FOR_SHIPMENT));
    assertFiltered("{states: []}", noCondition());
    assertFiltered("{states: null}", noCondition());
  }

  @Test
  void theTimeOfTheLastChangeIsFiltered() {
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    Instant until = Instant.parse("2026-06-01T00:00:00Z");
    assertFiltered("{lastModifiedFrom: \"2026-01-01\"}", BOX.LAST_MODIFIED_ON.ge(from));
    assertFiltered("{lastModifiedUntil: \"2026-06-01\"}", BOX.LAST_MODIFIED_ON.le(until));
    assertFiltered(
        "{lastModifiedFrom: \"2026-01-01\", lastModifiedUntil: \"2026-06-01\"}",
        BOX.LAST_MODIFIED_ON.between(from, until));
  }

  @Test
  void productsAreFiltered() {
    int product =
        server.sql().select(BOX.PRODUCT_ID).from(BOX).where(BOX.ID.eq(1001)).fetchSingle().value1();
    int other =
        server.sql().select(BOX.PRODUCT_ID).from(BOX).where(BOX.ID.eq(1016)).fetchSingle().value1();

    assertFiltered("{productId: %d}".formatted(product), BOX.PRODUCT_ID.eq(product));
    assertFiltered(
        "{productIds: [%d, %d]}".formatted(product, other), BOX.PRODUCT_ID.in(product, other));
    assertFiltered("{productIds: []}", noCondition());
  }

  @Test
  void theProductsGenderIsFiltered() {
    assertFiltered("{productGender: Women}", PRODUCT.GENDER.eq(ProductGender.WOMEN));
    assertFiltered("{productGender: none}", PRODUCT.GENDER.eq(ProductGender.NONE));
    assertFiltered(
        "{productGenders: [Women, Men]}",
        PRODUCT.GENDER.in(ProductGender.WOMEN, ProductGender.MEN));
    assertFiltered("{productGenders: []}", noCondition());
  }

  @Test
  void theProductsCategoryIsFiltered() {
    int category =
        server
            .sql()
            .select(PRODUCT.CATEGORY_ID)
            .from(BOX)
            .join(PRODUCT)
            .on(PRODUCT.ID.eq(BOX.PRODUCT_ID))
            .where(BOX.ID.eq(1001))
            .fetchSingle()
            .value1();

    assertFiltered("{productCategoryId: %d}".formatted(category), PRODUCT.CATEGORY_ID.eq(category));
    assertFiltered(
        "{productCategoryIds: [%d]}".formatted(category), PRODUCT.CATEGORY_ID.eq(category));
    assertFiltered("{productCategoryIds: []}", noCondition());
  }

  @Test
  void sizesAndLocationsAreFiltered() {
    int size =
        server
            .sql()
            .select(BOX.SIZE_ID)
            .from(BOX)
            .where(BOX.SIZE_ID.isNotNull())
            .and(BOX.LOCATION_ID.eq(101))
            .limit(1)
            .fetchSingle()
            .value1();

    assertFiltered("{sizeId: %d}".formatted(size), BOX.SIZE_ID.eq(size));
    assertFiltered("{locationIds: [102, 103]}", BOX.LOCATION_ID.in(102, 103));
    assertFiltered("{locationIds: []}", noCondition());
  }

  @Test
  void tagsAreFiltered() {
    assertFiltered("{tagIds: [102]}", hasTag(102));
    assertFiltered("{tagIds: [102, 106]}", hasTag(102, 106));
    assertThat(filtered("{tagIds: []}")).isEmpty();
    assertFiltered("{tagIds: null}", noCondition());
  }

  @Test
  void filtersAddUp() {
    assertFiltered(
        "{states: [InStock], locationIds: [101, 102], tagIds: [106], productGender: Women}",
        BOX.STATE
            .eq(BoxState.IN_STOCK)
            .and(BOX.LOCATION_ID.in(101, 102))
            .and(hasTag(106))
            .and(PRODUCT.GENDER.eq(ProductGender.WOMEN)));
  }

  @Test
  void deletedBoxesAreNotListedButFoundByTheirLabel() {
    assertThat(filtered("{}")).doesNotContain(1005);

    Answer answer = coordinator.ask("{ box(labelIdentifier: \"10001005\") { id deletedOn } }").ok();

    assertThat(answer.text("/box/id")).isEqualTo("1005");
    assertThat(answer.text("/box/deletedOn")).endsWith("+00:00");
  }

  @Test
  void aBoxThatIsNotDeletedHasNoTimeOfDeletion() {
    Answer answer = coordinator.ask("{ box(labelIdentifier: \"10001001\") { deletedOn } }").ok();

    assertThat(answer.at("/box/deletedOn").isNull()).isTrue();
  }

  @Test
  void anUnknownLabelIsBadUserInput() {
    assertThat(coordinator.ask("{ box(labelIdentifier: \"0\") { id } }").errors())
        .containsExactly("BAD_USER_INPUT box");
    assertThat(coordinator.ask("{ box(labelIdentifier: \"📦\") { id } }").errors())
        .containsExactly("BAD_USER_INPUT box");
  }

  @Test
  void boxesOfAnotherBaseAreForbidden() {
    assertThat(coordinator.ask("{ boxes(baseId: 3) { totalCount } }").errors())
        .containsExactly("FORBIDDEN boxes");
    assertThat(coordinator.ask("{ boxes(baseId: 99) { totalCount } }").errors())
        .containsExactly("FORBIDDEN boxes");
    assertThat(coordinator.ask("{ box(labelIdentifier: \"10003001\") { id } }").errors())
        .containsExactly("FORBIDDEN box");
    assertThat(
            server
                .as(TestUser.with("base_2/stock:read"))
                .ask(
                    "{ boxes(baseId: 1) { totalCount } box(labelIdentifier: \"10001001\") { id } }")
                .errors())
        .containsExactlyInAnyOrder("FORBIDDEN boxes", "FORBIDDEN box");
  }

  @Test
  void boxesNeedThePermissionToReadStock() {
    TestUser user = TestUser.coordinator().without(Permission.STOCK_READ, Permission.STOCK_WRITE);

    assertThat(
            server
                .as(user)
                .ask(
                    "{ boxes(baseId: 1) { totalCount } box(labelIdentifier: \"10001001\") { id } }")
                .errors())
        .containsExactlyInAnyOrder("FORBIDDEN boxes", "FORBIDDEN box");
  }

  @Test
  void godSeesBoxesOfEachBaseAndNoneOfAnUnknownOne() {
    Client god = server.as(TestUser.god());

    assertThat(god.ask("{ boxes(baseId: 6) { totalCount } }").ok().at("/boxes/totalCount").asInt())
        .isEqualTo(4);
    assertThat(god.ask("{ boxes(baseId: 99) { totalCount } }").ok().text("/boxes/totalCount"))
        .isEqualTo("0");
  }

  @Test
  void aBoxOnItsWayIsVisibleToBothSidesOfItsShipment() {
    var onTheWay = boxOnTheWay(BoxState.IN_TRANSIT);
    String query = "{ box(labelIdentifier: \"%s\") { id } }".formatted(onTheWay.label());

    server.as(TestUser.coordinator(3, 1, onTheWay.sourceBase())).ask(query).ok();
    server.as(TestUser.coordinator(7, 2, onTheWay.targetBase())).ask(query).ok();
    assertThat(server.as(TestUser.coordinator(9, 3, 7)).ask(query).errors())
        .containsExactly("FORBIDDEN box");
  }

  @Test
  void aBoxInStockIsHiddenFromTheSideThatSentIt() {
    var received =
        server
            .sql()
            .select(BOX.LABEL_IDENTIFIER, SHIPMENT.SOURCE_BASE_ID)
            .from(BOX)
            .join(SHIPMENT_DETAIL)
            .on(SHIPMENT_DETAIL.BOX_ID.eq(BOX.ID))
            .join(SHIPMENT)
            .on(SHIPMENT.ID.eq(SHIPMENT_DETAIL.SHIPMENT_ID))
            .where(SHIPMENT_DETAIL.RECEIVED_ON.isNotNull())
            .and(BOX.STATE.eq(BoxState.IN_STOCK))
            .and(SHIPMENT.SOURCE_BASE_ID.ne(SHIPMENT.TARGET_BASE_ID))
            .limit(1)
            .fetchSingle();
    String query = "{ box(labelIdentifier: \"%s\") { id } }".formatted(received.value1());

    assertThat(server.as(TestUser.coordinator(3, 1, received.value2())).ask(query).errors())
        .containsExactly("FORBIDDEN box");
  }

  @Test
  void theProductAndLocationOfABoxOfAnotherBaseAreHidden() {
    var onTheWay = boxOnTheWay(BoxState.IN_TRANSIT);

    Answer answer =
        server
            .as(TestUser.coordinator(7, 2, onTheWay.targetBase()))
            .ask(
                "{ box(labelIdentifier: \"%s\") { product { id } location { id } tags { id } } }"
                    .formatted(onTheWay.label()))
            .ok();

    assertThat(answer.at("/box/product").isNull()).isTrue();
    assertThat(answer.at("/box/location").isNull()).isTrue();
    assertThat(answer.at("/box/tags")).isEmpty();
  }

  @Test
  void productAndLocationAreHiddenWithoutTheirPermission() {
    TestUser user = TestUser.with("stock:read");

    Answer answer =
        server
            .as(user)
            .ask(
                """
                {
                  boxes(baseId: 1, paginationInput: {first: 2}) {
                    elements { id product { id } location { id } }
                  }
                }
                """)
            .ok();

    assertThat(answer.at("/boxes/elements/0/product").isNull()).isTrue();
    assertThat(answer.at("/boxes/elements/1/location").isNull()).isTrue();
  }

  @Test
  void guardedFieldsAreForbiddenAtEachBox() {
    Answer answer =
        server
            .as(TestUser.with("stock:read"))
            .ask(
                """
                {
                  boxes(
                    baseId: 1, filterInput: {locationIds: [101]}, paginationInput: {first: 2}
                  ) {
                    elements {
                      id
                      tags { id }
                      history { id }
                      createdBy { id }
                      lastModifiedBy { id }
                      weightDisplayUnit { id }
                    }
                  }
                }
                """);

    assertThat(answer.texts("/boxes/elements", "id")).hasSize(2);
    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "FORBIDDEN boxes/elements/0/tags",
            "FORBIDDEN boxes/elements/1/tags",
            "FORBIDDEN boxes/elements/0/history",
            "FORBIDDEN boxes/elements/1/history",
            "FORBIDDEN boxes/elements/0/createdBy",
            "FORBIDDEN boxes/elements/1/createdBy",
            "FORBIDDEN boxes/elements/0/lastModifiedBy",
            "FORBIDDEN boxes/elements/1/lastModifiedBy",
            "FORBIDDEN boxes/elements/0/weightDisplayUnit",
            "FORBIDDEN boxes/elements/1/weightDisplayUnit");
  }

  @Test
  void sizeQrCodeAndMeasureNeedTheirPermissions() {
    Client client = server.as(TestUser.with("stock:read"));

    assertThat(
            client
                .ask("{ box(labelIdentifier: \"10001001\") { id size { id } qrCode { id } } }")
                .errors())
        .containsExactlyInAnyOrder("FORBIDDEN box/size", "FORBIDDEN box/qrCode");
    assertThat(
            client
                .ask(
                    "{ box(labelIdentifier: \"10001041\")"
                        + " { id size { id } measureValue displayUnit { id } } }")
                .errors())
        .containsExactlyInAnyOrder("FORBIDDEN box/measureValue", "FORBIDDEN box/displayUnit");
  }

  @Test
  void missingNeighboursAreNull() {
    Answer answer =
        coordinator
            .ask(
                """
                {
                  noItems: box(labelIdentifier: "10001029") { numberOfItems }
                  noCode: box(labelIdentifier: "10001009") { qrCode { id } sourceBox { id } }
                }
                """)
            .ok();

    assertThat(answer.at("/noItems/numberOfItems").isNull()).isTrue();
    assertThat(answer.at("/noCode/qrCode").isNull()).isTrue();
    assertThat(answer.at("/noCode/sourceBox").isNull()).isTrue();
  }

  @Test
  void aBoxTellsWhichBoxItWasTakenFrom() {
    Answer answer =
        coordinator
            .ask(
                "{ box(labelIdentifier: \"10001702\")"
                    + " { sourceBox { labelIdentifier location { id } } } }")
            .ok();

    assertThat(answer.text("/box/sourceBox/labelIdentifier")).isEqualTo("10001002");
  }

  @Test
  void theSourceBoxOfAnotherBaseIsHidden() {
    int source = 4001;
    server.sql().update(BOX).set(BOX.SOURCE_BOX_ID, source).where(BOX.ID.eq(1044)).execute();
    String query = "{ box(labelIdentifier: \"10001044\") { sourceBox { id } } }";

    assertThat(coordinator.ask(query).ok().at("/box/sourceBox").isNull()).isTrue();
    assertThat(server.as(TestUser.god()).ask(query).ok().text("/box/sourceBox/id"))
        .isEqualTo("4001");
  }

  @Test
  void tagsOfABoxAreThoseItStillHas() {
    Answer answer =
        coordinator
            .ask(
                """
                {
                  boxes(baseId: 1, paginationInput: {first: 1000}) {
                    elements { id tags { id deletedOn } }
                  }
                }
                """)
            .ok();

    Map<Integer, List<Integer>> expected =
        server
            .sql()
            .select(TAG_RELATION.OBJECT_ID, TAG_RELATION.TAG_ID)
            .from(TAG_RELATION)
            .where(TAG_RELATION.OBJECT_TYPE.eq(TaggableResourceType.BOX))
            .and(TAG_RELATION.DELETED_ON.isNull())
            .orderBy(TAG_RELATION.TAG_ID)
            .fetchGroups(TAG_RELATION.OBJECT_ID, TAG_RELATION.TAG_ID);
    answer
        .at("/boxes/elements")
        .forEach(
            box -> {
              List<Integer> tags = new ArrayList<>();
              box.at("/tags").forEach(tag -> tags.add(tag.at("/id").asInt()));
              assertThat(tags).isEqualTo(expected.getOrDefault(box.at("/id").asInt(), List.of()));
            });
  }

  @Test
  void stockIsCountedForTheUsersBases() {
    Answer answer =
        coordinator
            .ask(
                """
                {
                  organisation(id: 1) { bases { id instockBoxesCount instockItemsCount } }
                }
                """)
            .ok();
    Condition inStock =
        LOCATION.BASE_ID.eq(1).and(BOX.STATE.eq(BoxState.IN_STOCK)).and(notDeleted());

    assertThat(answer.texts("/organisation/bases", "id")).containsExactly("1", "2");
    assertThat(answer.at("/organisation/bases/0/instockBoxesCount").asInt())
        .isEqualTo(
            server
                .sql()
                .fetchCount(BOX.join(LOCATION).on(LOCATION.ID.eq(BOX.LOCATION_ID)).where(inStock)));
    assertThat(answer.at("/organisation/bases/0/instockItemsCount").asInt())
        .isEqualTo(
            server
                .sql()
                .select(sum(BOX.NUMBER_OF_ITEMS))
                .from(BOX)
                .join(LOCATION)
                .on(LOCATION.ID.eq(BOX.LOCATION_ID))
                .where(inStock)
                .fetchSingle()
                .value1()
                .intValue());
    assertThat(answer.at("/organisation/bases/1/instockBoxesCount").asInt()).isZero();
    assertThat(answer.at("/organisation/bases/1/instockItemsCount").asInt()).isZero();
  }

  @Test
  void stockIsForbiddenWithoutThePermissionToReadLocations() {
    assertThat(
            server
                .as(TestUser.with("base:read"))
                .ask("{ base(id: 1) { id instockBoxesCount } }")
                .errors())
        .containsExactly("FORBIDDEN base/instockBoxesCount");
  }

  @Test
  void itemsOfAProductAreCountedByState() {
    int product =
        server.sql().select(BOX.PRODUCT_ID).from(BOX).where(BOX.ID.eq(1601)).fetchSingle().value1();
    Answer answer =
        coordinator
            .ask("{ product(id: %d) { instockItemsCount transferItemsCount } }".formatted(product))
            .ok();

    assertThat(answer.at("/product/instockItemsCount").asInt())
        .isEqualTo(items(product, BoxState.IN_STOCK));
    assertThat(answer.at("/product/transferItemsCount").asInt())
        .isEqualTo(
            items(product, BoxState.MARKED_FOR_SHIPMENT, BoxState.IN_TRANSIT, BoxState.RECEIVING))
        .isPositive();
  }

  @Test
  void aProductWithoutBoxesOrWithoutKnownItemsCountsAsZero() {
    Answer answer =
        coordinator
            .ask(
                """
                {
                  products(baseId: 1, paginationInput: {first: 1000}) {
                    elements { id instockItemsCount transferItemsCount }
                  }
                }
                """)
            .ok();

    assertThat(answer.texts("/products/elements", "transferItemsCount")).contains("0");
  }

  @Test
  void aSumThatNoIntCanBeIsAnErrorOfItsField() {
    BoxTable boxes = new BoxTable(server);
    int product = boxes.newProduct();
    List<Integer> full = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      full.add(
          boxes
              .blankets(
                  box -> {
                    box.setProductId(product);
                    box.setNumberOfItems(Integer.MAX_VALUE);
                  })
              .getId());
    }
    Answer answer;
    try {
      answer =
          coordinator.ask(
              """
              { base(id: 1) { instockBoxesCount instockItemsCount }
                product(id: %1$d) { instockItemsCount }
                other: product(id: %1$d) { transferItemsCount } }
              """
                  .formatted(product));
    } finally {
      server.sql().deleteFrom(BOX).where(BOX.ID.in(full)).execute();
      server.sql().deleteFrom(PRODUCT).where(PRODUCT.ID.eq(product)).execute();
    }

    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "VALUE_NOT_REPRESENTABLE base/instockItemsCount",
            "VALUE_NOT_REPRESENTABLE product/instockItemsCount");
    assertThat(answer.text("/other/transferItemsCount")).isEqualTo("0");
  }

  private record BoxOnTheWay(String label, int sourceBase, int targetBase) {}

  private BoxOnTheWay boxOnTheWay(BoxState state) {
    return server
        .sql()
        .select(BOX.LABEL_IDENTIFIER, SHIPMENT.SOURCE_BASE_ID, SHIPMENT.TARGET_BASE_ID)
        .from(BOX)
        .join(SHIPMENT_DETAIL)
        .on(SHIPMENT_DETAIL.BOX_ID.eq(BOX.ID))
        .join(SHIPMENT)
        .on(SHIPMENT.ID.eq(SHIPMENT_DETAIL.SHIPMENT_ID))
        .where(BOX.STATE.eq(state))
        .and(SHIPMENT.SOURCE_BASE_ID.eq(1))
        .and(SHIPMENT.TARGET_BASE_ID.eq(3))
        .and(SHIPMENT_DETAIL.REMOVED_ON.isNull())
        .and(SHIPMENT_DETAIL.RECEIVED_ON.isNull())
        .limit(1)
        .fetchSingle(row -> new BoxOnTheWay(row.value1(), row.value2(), row.value3()));
  }

  private int items(int product, BoxState... states) {
    BigDecimal items =
        server
            .sql()
            .select(sum(BOX.NUMBER_OF_ITEMS))
            .from(BOX)
            .where(BOX.PRODUCT_ID.eq(product))
            .and(BOX.STATE.in(states))
            .and(notDeleted())
            .fetchSingle()
            .value1();
    return items == null ? 0 : items.intValue();
  }

  private void assertFiltered(String filter, Condition expected) {
    assertThat(filtered(filter)).isEqualTo(idsInBase1(expected)).isNotEmpty();
  }

  private List<Integer> filtered(String filter) {
    String query =
        """
        {
          boxes(baseId: 1, filterInput: %s, paginationInput: {first: 1000}) {
            totalCount
            elements { id }
          }
        }
        """
            .formatted(filter);
    Answer answer = coordinator.ask(query).ok();
    List<Integer> ids =
        answer.texts("/boxes/elements", "id").stream().map(Integer::valueOf).toList();
    assertThat(answer.at("/boxes/totalCount").asInt()).isEqualTo(ids.size());
    return ids;
  }

  private List<Integer> idsInBase1(Condition condition) {
    return server
        .sql()
        .select(BOX.ID)
        .from(BOX)
        .join(LOCATION)
        .on(LOCATION.ID.eq(BOX.LOCATION_ID))
        .join(PRODUCT)
        .on(PRODUCT.ID.eq(BOX.PRODUCT_ID))
        .where(LOCATION.BASE_ID.eq(1))
        .and(notDeleted())
        .and(condition)
        .orderBy(BOX.LAST_MODIFIED_ON.desc(), BOX.ID.desc())
        .fetch(BOX.ID);
  }

  private static Condition hasTag(Integer... tags) {
    return exists(
        selectOne()
            .from(TAG_RELATION)
            .where(TAG_RELATION.OBJECT_TYPE.eq(TaggableResourceType.BOX))
            .and(TAG_RELATION.OBJECT_ID.eq(BOX.ID))
            .and(TAG_RELATION.TAG_ID.in(tags))
            .and(TAG_RELATION.DELETED_ON.isNull()));
  }

  private static Condition notDeleted() {
    return isNotDeleted(BOX.DELETED_ON);
  }
}
