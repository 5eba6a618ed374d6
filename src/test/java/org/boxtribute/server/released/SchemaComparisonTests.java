package org.boxtribute.server.released;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.boxtribute.server.graphql.schema.PublishedSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What breaks clients of a released schema, and what does not. */
final class SchemaComparisonTests {
  private static final String RELEASED =
      """
      directive @own(a: Int) on FIELD | QUERY
      type Query {
        tree(id: ID!, height: Int = 3, filter: Filter): Tree!
        trees: [Tree]
        found: Found
      }
      type Mutation { grow(season: Season): Tree }
      interface Named { name: String }
      type Tree implements Named { name: String age: Int! next: [Tree!]! moment: Moment }
      type Stone { weight: Float }
      union Found = Tree | Stone
      enum Season { FRUIT BLOSSOM }
      input Filter { name: String age: Int = 1 season: Season! nested: Filter }
      scalar Moment
      """;

  static Stream<Arguments> breaking() {
    return Stream.of(
        arguments("age: Int!", "age: Int", "Tree.age is Int, was Int!"),
        arguments("age: Int!", "age: Float!", "Tree.age is Float!, was Int!"),
        arguments("age: Int!", "age: [Int!]!", "Tree.age is [Int!]!, was Int!"),
        arguments("age: Int! next", "next", "Tree.age is removed"),
        arguments("[Tree!]!", "[Tree]!", "Tree.next is [Tree]!, was [Tree!]!"),
        arguments("[Tree!]!", "[Tree!]", "Tree.next is [Tree!], was [Tree!]!"),
        arguments("[Tree!]!", "Tree!", "Tree.next is Tree!, was [Tree!]!"),
        arguments("type Mutation { grow(season: Season): Tree }", "", "Mutation is removed"),
        arguments("grow(season: Season)", "grow", "Mutation.grow(season:) is removed"),
        arguments("tree(id: ID!, ", "tree(", "Query.tree(id:) is removed"),
        arguments("id: ID!", "id: Int!", "Query.tree(id:) is Int!, was ID!"),
        arguments(
            "filter: Filter", "filter: Filter!", "Query.tree(filter:) is Filter!, was Filter"),
        arguments(
            "filter: Filter", "filter: [Filter]", "Query.tree(filter:) is [Filter], was Filter"),
        arguments("Int = 3", "Int = 4", "Query.tree(height:) has the default 4, had 3"),
        arguments("Int = 3", "Int", "Query.tree(height:) has no default, had 3"),
        arguments("(id: ID!", "(new: Int! id: ID!", "Query.tree(new:) is new and has to be given"),
        arguments("nested:", "new: Int! nested:", "Filter.new is new and has to be given"),
        arguments("Filter { name: String", "Filter { name: ID", "Filter.name is ID, was String"),
        arguments(
            "Filter { name: String",
            "Filter { name: String!",
            "Filter.name is String!, was String"),
        arguments("age: Int = 1", "age: Int = 2", "Filter.age has the default 2, had 1"),
        arguments("age: Int = 1", "", "Filter.age is removed"),
        arguments("FRUIT BLOSSOM", "FRUIT", "Season.BLOSSOM is removed"),
        arguments("Tree | Stone", "Tree", "Stone is no Found any more"),
        arguments("Tree implements Named", "Tree", "Tree is no Named any more"),
        arguments("scalar Moment", "enum Moment { NOW }", "Moment is an enumeration, was a scalar"),
        arguments("FIELD | QUERY", "FIELD", "@own is not allowed on QUERY any more"),
        arguments("@own(a: Int)", "@own", "@own(a:) is removed"),
        arguments("directive @own(a: Int) on FIELD | QUERY", "", "@own is removed"));
  }

  @ParameterizedTest
  @MethodSource("breaking")
  void whatBreaksClientsIsFound(String before, String after, String words) {
    assertThat(RELEASED).contains(before);

    assertThat(changes(RELEASED.replace(before, after)))
        .extracting(BreakingChange::words)
        .containsExactly(words);
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        arguments("trees: [Tree]", "trees: [Tree!]!"),
        arguments("weight: Float", "weight: Float more: Int"),
        arguments("id: ID!, height", "id: ID, height"),
        arguments("season: Season!", "season: Season"),
        arguments("season: Season!", "season: Season! = FRUIT"),
        arguments("(id: ID!", "(new: Int! = 1 other: Int id: ID!"),
        arguments("nested:", "new: Int! = 1 other: Int nested:"),
        arguments("FRUIT BLOSSOM", "FRUIT SNOW BLOSSOM"),
        arguments("Tree | Stone", "Tree | Water | Stone type Water { a: Int }"),
        arguments("weight: Float", "weight: Float @deprecated"),
        arguments("type Stone", "\"Hard.\" type Stone"));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void additionsBreakNobody(String before, String after) {
    assertThat(RELEASED).contains(before);

    assertThat(changes(RELEASED.replace(before, after))).isEmpty();
  }

  @Test
  void theOperationsThatMayBreakAreNamed() {
    List<Operation> operations =
        Operation.of(
            "trees.graphql",
            """
            query Ages { trees { ...Age } }
            query Names { trees { name } }
            query Filtered($filter: Filter) { tree(id: 1, filter: $filter) { name } }
            query Stones { found { ... on Stone { weight } } }
            query FoundTrees { found { ... on Tree { name } } }
            mutation Grow($season: Season) { grow(season: $season) { name } }
            fragment Age on Tree { age next { age } }
            """,
            PublishedSchema.of(RELEASED).schema());

    assertThat(broken(operations, "age: Int!", "age: Int"))
        .containsExactly("Ages in trees.graphql");
    assertThat(broken(operations, "Int = 3", "Int = 4"))
        .containsExactly("Filtered in trees.graphql");
    assertThat(broken(operations, "nested:", "new: Int! nested:"))
        .containsExactly("Filtered in trees.graphql");
    assertThat(broken(operations, "FRUIT BLOSSOM", "FRUIT"))
        .containsExactly("Filtered in trees.graphql", "Grow in trees.graphql");
    assertThat(broken(operations, "Tree | Stone", "Tree"))
        .containsExactly("Stones in trees.graphql");
    assertThat(broken(operations, "type Mutation { grow(season: Season): Tree }", ""))
        .containsExactly("Grow in trees.graphql");
    assertThat(broken(operations, "filter: Filter", ""))
        .containsExactly("Filtered in trees.graphql");
  }

  @Test
  void operationsMayUseWhatIsNotReleasedYet() {
    assertThat(
            Operation.of(
                "new.graphql",
                "{ trees { leaves { name } age ... on Bush { name } __typename } }",
                PublishedSchema.of(RELEASED).schema()))
        .singleElement()
        .satisfies(operation -> assertThat(operation.uses()).contains("Tree.age", "Bush"));
  }

  @Test
  void anApprovalHasAReason() {
    Approvals approvals =
        new Approvals(List.of("# a comment", "", "full: Tree.age is removed | nobody asks"));

    assertThat(approvals.covers("full: Tree.age is removed")).isTrue();
    assertThat(approvals.covers("query: Tree.age is removed")).isFalse();
    assertThat(approvals.notMade(Set.of())).containsExactly("full: Tree.age is removed");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> new Approvals(List.of("full: Tree.age is removed"))))
        .hasMessage("An approval needs a reason after a |: full: Tree.age is removed");
  }

  private static List<String> broken(List<Operation> operations, String before, String after) {
    List<BreakingChange> changes = changes(RELEASED.replace(before, after));
    return operations.stream()
        .filter(operation -> changes.stream().anyMatch(operation::mayBreakBy))
        .map(Operation::name)
        .toList();
  }

  private static List<BreakingChange> changes(String built) {
    return SchemaComparison.breakingChanges(
        PublishedSchema.of(RELEASED).schema(), PublishedSchema.of(built).schema());
  }
}
