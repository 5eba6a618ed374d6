package org.boxtribute.server.contract;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each list of the API is asked for in several objects at once, or with something below its
 * elements, and takes as many statements as the document has levels that need one, no matter how
 * many rows there are.
 */
final class ListStatementsIT {

  /**
   * A list, where it stands in the data, the number of statements, and a document. Pages stand for
   * their elements.
   */
  private static final String LISTS =
      """
      Query.bases                | bases                        | 2 | { bases { organisation { id } } }
      Query.beneficiaries        | beneficiaries/elements       | 3 | { beneficiaries(paginationInput: { first: 300 }) { elements { base { id } createdBy { id } } } }
      Query.boxes                | boxes/elements               | 5 | { boxes(baseId: 1, paginationInput: { first: 700 }) { elements { product { id } location { id } tags { id } } } }
      Query.distributionSpots    | distributionSpots            | 3 | { distributionSpots { base { id } distributionEvents { id } } }
      Query.locations            | locations                    | 3 | { locations { base { id } createdBy { id } } }
      Query.organisations        | organisations                | 2 | { organisations { bases { id } } }
      Query.productCategories    | productCategories            | 2 | { productCategories { products(paginationInput: { first: 2 }) { elements { id } } } }
      Query.products             | products/elements            | 4 | { products(paginationInput: { first: 300 }) { elements { base { id } category { id } sizeRange { id } } } }
      Query.shipments            | shipments                    | 3 | { shipments { labelIdentifier startedBy { id } } }
      Query.sizeRanges           | sizeRanges                   | 3 | { sizeRanges { sizes { id } units { id } } }
      Query.standardProducts     | standardProducts/elements    | 3 | { standardProducts(baseId: 1) { ... on StandardProductPage { elements { category { id } instantiation { id } } } } }
      Query.tags                 | tags                         | 3 | { tags { base { id } lastUsedOn } }
      Query.transferAgreements   | transferAgreements           | 3 | { transferAgreements { sourceOrganisation { id } requestedBy { id } } }
      Query.users                | users                        | 1 | { users { id email } }

      Organisation.bases         | organisations/*/bases        | 3 | { organisations { bases { organisation { id } } } }
      User.bases                 | users/*/bases                | 2 | { users { bases { id } } }

      Base.beneficiaries         | bases/*/beneficiaries/elements | 3 | { bases { beneficiaries(paginationInput: { first: 50 }) { elements { createdBy { id } } } } }
      Base.distributionEvents    | bases/*/distributionEvents   | 3 | { bases { distributionEvents { distributionSpot { id } } } }
      Base.distributionEventsBeforeReturnedFromDistributionState | bases/*/distributionEventsBeforeReturnedFromDistributionState | 2 | { bases { distributionEventsBeforeReturnedFromDistributionState { id } } }
      Base.distributionEventsInReturnedFromDistributionState | bases/*/distributionEventsInReturnedFromDistributionState | 2 | { bases { distributionEventsInReturnedFromDistributionState { id } } }
      Base.distributionEventsStatistics | bases/*/distributionEventsStatistics | 2 | { bases { distributionEventsStatistics { inflow } } }
      Base.distributionEventsTrackingGroups | bases/*/distributionEventsTrackingGroups | 3 | { bases { distributionEventsTrackingGroups { distributionEvents { id } } } }
      Base.distributionSpots     | bases/*/distributionSpots    | 2 | { bases { distributionSpots { id } } }
      Base.locations             | bases/*/locations            | 3 | { bases { locations { createdBy { id } } } }
      Base.products              | bases/*/products             | 3 | { bases { products { category { id } } } }
      Base.tags                  | bases/*/tags                 | 3 | { bases { tags { lastUsedOn } } }

      SizeRange.sizes            | sizeRanges/*/sizes           | 2 | { sizeRanges { sizes { id } } }
      SizeRange.units            | sizeRanges/*/units           | 2 | { sizeRanges { units { id } } }
      ProductCategory.products   | productCategories/*/products/elements | 3 | { productCategories { products { elements { sizeRange { id } } } } }
      Tag.taggedResources        | tags/*/taggedResources       | 4 | { tags { taggedResources { ... on Box { createdBy { id } } ... on Beneficiary { createdBy { id } } } } }

      Box.history                | boxes/elements/*/history     | 4 | { boxes(baseId: 1, paginationInput: { first: 700 }) { elements { history { changes user { id } } } } }
      Box.tags                   | boxes/elements/*/tags        | 3 | { boxes(baseId: 1, paginationInput: { first: 700 }) { elements { tags { id } } } }
      ClassicLocation.boxes      | locations/*/boxes/elements   | 3 | { locations { boxes(paginationInput: { first: 5 }) { elements { product { id } } } } }

      TransferAgreement.shipments   | transferAgreements/*/shipments   | 3 | { transferAgreements { shipments { details { id } } } }
      TransferAgreement.sourceBases | transferAgreements/*/sourceBases | 2 | { transferAgreements { sourceBases { id } } }
      TransferAgreement.targetBases | transferAgreements/*/targetBases | 2 | { transferAgreements { targetBases { id } } }
      Shipment.details           | shipments/*/details          | 5 | { shipments { details { box { id } sourceProduct { id } createdBy { id } } } }

      Beneficiary.languages      | beneficiaries/elements/*/languages    | 2 | { beneficiaries(paginationInput: { first: 300 }) { elements { languages } } }
      Beneficiary.tags           | beneficiaries/elements/*/tags         | 2 | { beneficiaries(paginationInput: { first: 300 }) { elements { tags { id } } } }
      Beneficiary.transactions   | beneficiaries/elements/*/transactions | 4 | { beneficiaries(paginationInput: { first: 300 }) { elements { transactions { product { id } createdBy { id } } } } }

      DistributionSpot.boxes     | distributionSpots/*/boxes/elements     | 2 | { distributionSpots { boxes { elements { id } } } }
      DistributionSpot.distributionEvents | distributionSpots/*/distributionEvents | 3 | { distributionSpots { distributionEvents { distributionSpot { id } } } }
      DistributionEvent.boxes    | base/distributionEvents/*/boxes        | 4 | { base(id: 1) { distributionEvents { boxes { size { id } } } } }
      DistributionEvent.packingListEntries | base/distributionEvents/*/packingListEntries | 4 | { base(id: 1) { distributionEvents { packingListEntries { product { id } } } } }
      DistributionEvent.unboxedItemsCollections | base/distributionEvents/*/unboxedItemsCollections | 4 | { base(id: 1) { distributionEvents { unboxedItemsCollections { size { id } } } } }
      DistributionEventsTrackingGroup.distributionEvents | base/distributionEventsTrackingGroups/*/distributionEvents | 3 | { base(id: 1) { distributionEventsTrackingGroups { distributionEvents { id } } } }
      DistributionEventsTrackingGroup.distributionEventsTrackingEntries | base/distributionEventsTrackingGroups/*/distributionEventsTrackingEntries | 4 | { base(id: 1) { distributionEventsTrackingGroups { distributionEventsTrackingEntries { product { id } } } } }
      PackingListEntry.matchingPackedItemsCollections | base/distributionEvents/*/packingListEntries/*/matchingPackedItemsCollections | 5 | { base(id: 1) { distributionEvents { packingListEntries { matchingPackedItemsCollections { id } } } } }
      """;

  private final TestServer server = TestServer.shared();
  private final Client client = server.as(TestUser.god());

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = LISTS)
  void aListTakesOneStatementForEachLevel(
      String list, String path, int statements, String document) {
    List<Answer> answers = new ArrayList<>();
    List<String> sent = server.statementsOf(() -> answers.add(client.ask(document).ok()));

    assertThat(sent).as(document).hasSize(statements);
    List<JsonNode> lists = lists(answers.getFirst(), path);
    assertThat(lists.size() > 1 || lists.getFirst().size() > 1).as("several objects").isTrue();
  }

  private static List<JsonNode> lists(Answer answer, String path) {
    List<JsonNode> nodes = List.of(answer.at(""));
    for (String step : path.split("/", -1)) {
      nodes = nodes.stream().flatMap(node -> next(node, step)).toList();
    }
    return nodes.stream().filter(JsonNode::isArray).toList();
  }

  private static Stream<JsonNode> next(JsonNode node, String step) {
    return step.equals("*") ? node.valueStream() : Stream.of(node.path(step));
  }

  @Test
  void everyListOfRowsIsInTheTable() {
    Set<String> inTable =
        LISTS
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.substring(0, line.indexOf('|')).strip())
            .collect(toCollection(TreeSet::new));

    assertThat(lists()).containsExactlyInAnyOrderElementsOf(inTable);
  }

  /** The fields with lists or pages, of the query and of all types of rows, which have ids. */
  private Set<String> lists() {
    Set<String> lists = new TreeSet<>();
    JsonNode types =
        client
            .ask(
                """
                { __schema { types {
                  kind name possibleTypes { name } fields { name type { ...Type } }
                } } }
                fragment Type on __Type { kind name ofType { kind name } }
                """)
            .ok()
            .at("/__schema/types");
    Set<String> pages = pages(types);
    types.forEach(type -> addLists(lists, type, pages));
    return lists;
  }

  /** The types of pages, and the unions that have one among them. */
  private static Set<String> pages(JsonNode types) {
    Set<String> pages = new TreeSet<>();
    for (JsonNode type : types) {
      String name = type.path("name").asText();
      List<String> members = type.path("possibleTypes").findValuesAsText("name");
      if (name.endsWith("Page") || members.stream().anyMatch(member -> member.endsWith("Page"))) {
        pages.add(name);
      }
    }
    return pages;
  }

  private static void addLists(Set<String> lists, JsonNode type, Set<String> pages) {
    String name = type.path("name").asText();
    boolean hasRows =
        name.equals("Query") || type.path("fields").findValuesAsText("name").contains("id");
    if (!hasRows || !type.path("kind").asText().equals("OBJECT")) {
      return;
    }
    for (JsonNode field : type.path("fields")) {
      if (isList(field.path("type"), pages)) {
        lists.add(name + "." + field.path("name").asText());
      }
    }
  }

  private static boolean isList(JsonNode type, Set<String> pages) {
    return type.findValuesAsText("kind").contains("LIST")
        || type.findValuesAsText("name").stream().anyMatch(pages::contains);
  }
}
