package org.boxtribute.server.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading products, their categories, size ranges, sizes and units. */
final class ProductQueriesIT {
  private static final TestUser ANOTHER_ORGANISATION = TestUser.coordinator(7, 2, 3, 4);

  private final TestServer server = TestServer.shared();

  @Test
  void aProductTellsAllAboutItself() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask(
                """
                { product(id: 1001) {
                    id name type gender price comment inShop createdOn deletedOn lastModifiedOn
                    base { id } createdBy { id } lastModifiedBy { id }
                    standardProduct { id instantiation { id } }
                    category { id name hasGender }
                    sizeRange { id name label units { id } sizes { id name label } } } }
                """)
            .ok();

    assertThat(answer.at("/product"))
        .hasToString(
            """
            {"id":"1001","name":"T-Shirts","type":"StandardInstantiation","gender":"Women",\
            "price":10.0,"comment":"Ask for the hanging rail","inShop":false,\
            "createdOn":"2025-01-13T08:00:00+00:00","deletedOn":null,"lastModifiedOn":null,\
            "base":{"id":"1"},"createdBy":{"id":"3"},"lastModifiedBy":null,\
            "standardProduct":{"id":"1","instantiation":null},\
            "category":{"id":"3","name":"Tops","hasGender":true},\
            "sizeRange":{"id":"1","name":"XS, S, M, L, XL, XXL","label":"XS, S, M, L, XL, XXL",\
            "units":[],"sizes":[{"id":"5","name":"XS","label":"XS"},{"id":"1","name":"S","label":"S"},\
            {"id":"2","name":"M","label":"M"},{"id":"3","name":"L","label":"L"},\
            {"id":"4","name":"XL","label":"XL"},{"id":"203","name":"XXL","label":"XXL"},\
            {"id":"52","name":"Mixed","label":"Mixed"}]}}""");
  }

  @Test
  void aCustomProductHasNoStandardProductAndKeepsItsScript() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask("{ product(id: 1503) { name type gender standardProduct { id } } }")
            .ok();

    assertThat(answer.text("/product/name")).isEqualTo("حقائب مدرسية");
    assertThat(answer.text("/product/type")).isEqualTo("Custom");
    assertThat(answer.text("/product/gender")).isEqualTo("UnisexKid");
    assertThat(answer.at("/product/standardProduct").isNull()).isTrue();
  }

  @Test
  void aDeletedProductIsFound() {
    Answer answer =
        server.as(TestUser.coordinator()).ask("{ product(id: 1506) { deletedOn } }").ok();

    assertThat(answer.text("/product/deletedOn")).isEqualTo("2025-11-03T12:00:00+00:00");
  }

  @Test
  void aMeasuredProductComesInUnitsInsteadOfSizes() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask(
                "{ product(id: 1505) { sizeRange { name sizes { id } units { id name symbol } } } }")
            .ok();

    assertThat(answer.text("/product/sizeRange/name")).isEqualTo("Volume");
    assertThat(answer.at("/product/sizeRange/sizes")).isEmpty();
    assertThat(answer.texts("/product/sizeRange/units", "symbol"))
        .containsExactly("l", "ml", "gal (US)", "pt (US)", "fl oz (US)");
    assertThat(answer.text("/product/sizeRange/units/0/name")).isEqualTo("liter");
  }

  @ParameterizedTest
  @CsvSource({"999999", "0", "-1", "x", "''", "99999999999"})
  void anUnknownProductIsBadUserInput(String id) {
    Answer answer =
        server.as(TestUser.coordinator()).ask("{ product(id: \"%s\") { id } }".formatted(id));

    assertThat(answer.errors()).containsExactly("BAD_USER_INPUT product");
    assertThat(answer.at("/product").isNull()).isTrue();
  }

  @Test
  void aProductOfAnotherBaseIsForbidden() {
    String document = "{ product(id: 1001) { id } }";

    assertThat(server.as(TestUser.coordinator().in(2)).ask(document).errors())
        .containsExactly("FORBIDDEN product");
    assertThat(server.as(ANOTHER_ORGANISATION).ask(document).errors())
        .containsExactly("FORBIDDEN product");
    assertThat(
            server
                .as(
                    TestUser.coordinator()
                        .without(Permission.PRODUCT_READ, Permission.PRODUCT_WRITE))
                .ask(document)
                .errors())
        .containsExactly("FORBIDDEN product");
    assertThat(server.as(TestUser.god()).ask(document).ok().text("/product/id")).isEqualTo("1001");
  }

  @Test
  void guardedFieldsAreForbiddenEachOnItsOwn() {
    Answer answer =
        server
            .as(TestUser.with("product:read"))
            .ask(
                """
                { product(id: 1014) {
                    name category { id } sizeRange { id } base { id } standardProduct { id }
                    createdBy { id } lastModifiedBy { id } } }
                """);

    // category and sizeRange may not be null, so that the product goes with the first of them
    assertThat(answer.errors())
        .contains("FORBIDDEN product/category")
        .doesNotContain("FORBIDDEN product/sizeRange");
    assertThat(answer.at("/product").isNull()).isTrue();

    Answer nullable =
        server
            .as(TestUser.with("product:read"))
            .ask(
                """
                { product(id: 1014) {
                    name base { id } standardProduct { id } createdBy { id } lastModifiedBy { id } } }
                """);
    assertThat(nullable.errors())
        .containsExactlyInAnyOrder(
            "FORBIDDEN product/base",
            "FORBIDDEN product/standardProduct",
            "FORBIDDEN product/createdBy",
            "FORBIDDEN product/lastModifiedBy");
    assertThat(nullable.text("/product/name")).isEqualTo("Winter Jackets");
  }

  @Test
  void aReferenceThatIsEmptyNeedsNoPermission() {
    Answer answer =
        server
            .as(TestUser.with("product:read"))
            .ask("{ product(id: 1501) { standardProduct { id } lastModifiedBy { id } } }")
            .ok();

    assertThat(answer.at("/product/standardProduct").isNull()).isTrue();
    assertThat(answer.at("/product/lastModifiedBy").isNull()).isTrue();
  }

  @Test
  void productsOfADeletedBaseAreShownToGod() {
    Answer answer =
        server.as(TestUser.god()).ask("{ product(id: 6001) { base { id deletedOn } } }").ok();

    assertThat(answer.text("/product/base/id")).isEqualTo("6");
    assertThat(answer.at("/product/base/deletedOn").isNull()).isFalse();
  }

  @Test
  void aZeroTimeOfDeletionMeansNotDeleted() {
    assertThat(
            server
                .as(TestUser.coordinator(9, 3, 5))
                .ask("{ base(id: 5) { products(filterInput: {type: Custom}) { id deletedOn } } }")
                .ok()
                .texts("/base/products", "id"))
        .containsExactly("5501");
    Instant deleted =
        server
            .sql()
            .select(PRODUCT.DELETED_ON)
            .from(PRODUCT)
            .where(PRODUCT.ID.eq(5502))
            .fetchSingle(PRODUCT.DELETED_ON);
    assertThat(deleted).isNotNull();
  }

  @Test
  void productsAreThoseOfTheUsersBasesInOrderOfTheirIds() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask(
                """
                { products(paginationInput: {first: 100}) {
                    totalCount elements { id base { id } } pageInfo { hasNextPage } } }
                """)
            .ok();

    assertThat(answer.at("/products/totalCount").asInt()).isEqualTo(53);
    assertThat(answer.texts("/products/elements", "id"))
        .hasSize(53)
        .startsWith("1001", "1002")
        .endsWith("1505", "1506")
        .contains("1014");
    assertThat(answer.texts("/products/elements", "base/id")).containsOnly("1");
    assertThat(answer.at("/products/pageInfo/hasNextPage").asBoolean()).isFalse();
  }

  @Test
  void productsCanBeLimitedToABase() {
    TestUser head = TestUser.coordinator(2, 1, 1, 2);
    String document = "query($base: ID) { products(baseId: $base) { totalCount } }";

    assertThat(total(head, "{ products { totalCount } }")).isEqualTo(53 + 37);
    assertThat(total(head, "{ products(baseId: 2) { totalCount } }")).isEqualTo(37);
    assertThat(total(head, "{ products(baseId: null) { totalCount } }")).isEqualTo(53 + 37);
    assertThat(total(head, document)).isEqualTo(53 + 37);
  }

  @Test
  void productsOfABaseThatIsNotTheUsersAreEmpty() {
    assertThat(total(TestUser.coordinator(), "{ products(baseId: 3) { totalCount } }")).isZero();
    assertThat(total(TestUser.coordinator(), "{ products(baseId: 99) { totalCount } }")).isZero();
    assertThat(total(TestUser.god(), "{ products(baseId: 3) { totalCount } }")).isPositive();
  }

  @Test
  void productsNeedTheirPermission() {
    TestUser user =
        TestUser.coordinator().without(Permission.PRODUCT_READ, Permission.PRODUCT_WRITE);

    Answer answer = server.as(user).ask("{ products { elements { id } } }");

    assertThat(answer.errors()).containsExactly("FORBIDDEN products");
  }

  @Test
  void pagesOfProductsFollowEachOther() {
    String document =
        """
        query($page: PaginationInput) { products(paginationInput: $page) {
            elements { id } pageInfo { hasPreviousPage hasNextPage startCursor endCursor } } }
        """;
    Answer first =
        server.as(TestUser.coordinator()).ask(document, Map.of("page", Map.of("first", 2))).ok();
    Answer second =
        server
            .as(TestUser.coordinator())
            .ask(
                document,
                Map.of(
                    "page",
                    Map.of("first", 2, "after", first.text("/products/pageInfo/endCursor"))))
            .ok();
    Answer back =
        server
            .as(TestUser.coordinator())
            .ask(
                document,
                Map.of(
                    "page",
                    Map.of("last", 2, "before", second.text("/products/pageInfo/startCursor"))))
            .ok();

    assertThat(first.texts("/products/elements", "id")).containsExactly("1001", "1002");
    assertThat(first.at("/products/pageInfo/hasPreviousPage").asBoolean()).isFalse();
    assertThat(first.at("/products/pageInfo/hasNextPage").asBoolean()).isTrue();
    assertThat(second.texts("/products/elements", "id")).containsExactly("1003", "1004");
    assertThat(second.at("/products/pageInfo/hasPreviousPage").asBoolean()).isTrue();
    assertThat(back.at("/products")).isEqualTo(first.at("/products"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                              | 47",
        "(filterInput: null)                           | 47",
        "(filterInput: {})                             | 47",
        "(filterInput: {type: All})                    | 47",
        "(filterInput: {type: null})                   | 47",
        "(filterInput: {type: Custom})                 |  5",
        "(filterInput: {type: StandardInstantiation})  | 42",
        "(filterInput: {includeDeleted: true})         | 53",
        "(filterInput: {includeDeleted: null})         | 47",
        "(filterInput: {includeDeleted: true, type: Custom})                |  6",
        "(filterInput: {includeDeleted: true, type: StandardInstantiation}) | 47",
      })
  void productsOfABaseAreFiltered(String filter, int expected) {
    String arguments = filter == null ? "" : filter;
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask("{ base(id: 1) { products%s { id } } }".formatted(arguments))
            .ok();

    assertThat(answer.at("/base/products")).hasSize(expected);
  }

  @Test
  void productsOfABaseNeedThePermissionForThatBase() {
    String document = "{ organisation(id: 1) { bases { id products { id } } } }";

    Answer answer = server.as(TestUser.coordinator()).ask(document);

    // The list may not be null, and so base 2 and the list of bases go with it.
    assertThat(answer.errors()).containsExactly("FORBIDDEN organisation/bases/1/products");
    assertThat(answer.at("/organisation/bases").isNull()).isTrue();
    assertThat(
            server
                .as(
                    TestUser.coordinator()
                        .without(Permission.PRODUCT_READ, Permission.PRODUCT_WRITE))
                .ask("{ base(id: 1) { products { id } } }")
                .errors())
        .containsExactly("FORBIDDEN base/products");
  }

  @Test
  void theProductsOfSeveralBasesAreOneStatement() {
    String document =
        """
        { bases { products {
            id category { id } sizeRange { sizes { id } units { id } } createdBy { id }
            standardProduct { id category { id } } base { id } } } }
        """;

    List<String> one =
        server.statementsOf(() -> server.as(TestUser.coordinator()).ask(document).ok());
    List<String> many = server.statementsOf(() -> server.as(TestUser.god()).ask(document).ok());

    // bases; products; categories, size ranges, users, standard products, bases; sizes, units, and
    // the categories of the standard products, which were all loaded before
    assertThat(many).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void aCategoryPagesItsProductsOfTheUsersBases() {
    String document =
        """
        { productCategory(id: 10) { name hasGender products(paginationInput: {first: 2}) {
            totalCount elements { id base { id } } pageInfo { hasNextPage endCursor } } } }
        """;

    Answer answer = server.as(TestUser.coordinator()).ask(document).ok();

    assertThat(answer.text("/productCategory/name")).isEqualTo("Hygiene");
    assertThat(answer.at("/productCategory/hasGender").asBoolean()).isFalse();
    assertThat(answer.texts("/productCategory/products/elements", "id"))
        .containsExactly("1030", "1031");
    assertThat(answer.at("/productCategory/products/totalCount").asInt()).isEqualTo(8);
    assertThat(answer.at("/productCategory/products/pageInfo/hasNextPage").asBoolean()).isTrue();
  }

  @Test
  void theLastPageOfACategoryHasNoNextOne() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask(
                """
                { productCategory(id: 10) { products(paginationInput: {last: 3, before: "%s"}) {
                    elements { id } pageInfo { hasPreviousPage hasNextPage } } } }
                """
                    .formatted(cursorOf(1033)))
            .ok();

    assertThat(answer.texts("/productCategory/products/elements", "id"))
        .containsExactly("1030", "1031", "1032");
    assertThat(answer.at("/productCategory/products/pageInfo/hasPreviousPage").asBoolean())
        .isFalse();
    assertThat(answer.at("/productCategory/products/pageInfo/hasNextPage").asBoolean()).isTrue();
  }

  @Test
  void aCategoryWithoutVisibleProductsHasAnEmptyPage() {
    Answer answer =
        server
            .as(TestUser.coordinator())
            .ask(
                """
                { productCategory(id: 12) { hasGender products {
                    totalCount elements { id } pageInfo { startCursor hasNextPage } } } }
                """)
            .ok();

    assertThat(answer.at("/productCategory"))
        .hasToString(
            """
            {"hasGender":false,"products":{"totalCount":0,"elements":[],\
            "pageInfo":{"startCursor":"","hasNextPage":false}}}""");
  }

  @Test
  void theProductsOfAllCategoriesAreOneStatement() {
    List<String> statements =
        server.statementsOf(
            () ->
                server
                    .as(TestUser.god())
                    .ask("{ productCategories { id products { elements { id } } } }")
                    .ok());

    assertThat(statements).hasSize(2);
  }

  @Test
  void theProductsOfACategoryNeedTheirPermission() {
    Answer answer =
        server
            .as(TestUser.with("product_category:read"))
            .ask("{ productCategories { id products { totalCount } } }");

    assertThat(answer.errors()).hasSize(18).contains("FORBIDDEN productCategories/0/products");
    assertThat(answer.at("/productCategories/0/products").isNull()).isTrue();
    assertThat(answer.text("/productCategories/0/id")).isEqualTo("1");
  }

  @Test
  void categoriesAndSizeRangesNeedTheirPermissions() {
    Answer answer =
        server
            .as(TestUser.with("product:read"))
            .ask("{ productCategory(id: 1) { id } productCategories { id } sizeRanges { id } }");

    assertThat(answer.errors())
        .contains("FORBIDDEN productCategory", "FORBIDDEN productCategories");
    assertThat(server.as(TestUser.with("product:read")).ask("{ sizeRanges { id } }").errors())
        .containsExactly("FORBIDDEN sizeRanges");
  }

  @Test
  void categoriesAreTheSameForAllBases() {
    Answer answer =
        server
            .as(TestUser.with("product_category:read"))
            .ask("{ productCategories { id name hasGender } }")
            .ok();

    assertThat(answer.texts("/productCategories", "id")).hasSize(18).startsWith("1", "2");
    assertThat(
            server
                .as(TestUser.with("product_category:read"))
                .ask("{ productCategory(id: 999) { id } }")
                .errors())
        .containsExactly("BAD_USER_INPUT productCategory");
  }

  @Test
  void sizesOfARangeNeedTheirPermissionAndUnitsDoNot() {
    Answer answer =
        server
            .as(TestUser.with("size_range:read"))
            .ask("{ sizeRanges { id label units { symbol } } }")
            .ok();
    assertThat(answer.at("/sizeRanges")).hasSize(24);
    assertThat(answer.texts("/sizeRanges", "id")).startsWith("1", "2", "3").endsWith("28", "29");

    assertThat(
            server
                .as(TestUser.with("size_range:read"))
                .ask("{ sizeRanges { id sizes { id } } }")
                .errors())
        .contains("FORBIDDEN sizeRanges/0/sizes");
  }

  @Test
  void sizesAndUnitsOfAllRangesAreOneStatementEach() {
    List<String> statements =
        server.statementsOf(
            () ->
                server
                    .as(TestUser.coordinator())
                    .ask("{ sizeRanges { sizes { id } units { id } } }")
                    .ok());

    assertThat(statements).hasSize(3);
  }

  private int total(TestUser user, String document) {
    return server.as(user).ask(document).ok().at("/products/totalCount").asInt();
  }

  private static String cursorOf(int id) {
    return Base64.getEncoder()
        .encodeToString("%08d".formatted(id).getBytes(StandardCharsets.US_ASCII));
  }
}
