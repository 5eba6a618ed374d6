package org.boxtribute.server.graphql.document;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.validation.Validator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of the variables of a request, and what of them is let through. */
final class VariablesTests {
  private static final GraphQLSchema SCHEMA =
      new SchemaGenerator()
          .makeExecutableSchema(
              new SchemaParser()
                  .parse(
                      """
                      enum State { IN OUT }
                      input Filter { states: [State!]  size: Int! = 3  name: String!  next: Filter }
                      directive @note(text: String!) on QUERY | FIELD
                      type Query {
                        box(id: ID!): Box
                        boxes(filter: Filter  first: Int! = 10  states: [[State!]]): [Box]
                      }
                      type Box { id(base: ID!): ID  box: Box }
                      """),
              RuntimeWiring.MOCKED_WIRING);

  @Test
  void whatFitsIsLetThrough() {
    assertThat(faults("query($i: ID!) { box(id: $i) { __typename } }", "i", 5)).isEmpty();
    assertThat(
            faults(
                "query($f: Filter) { boxes(filter: $f) { __typename } }",
                "f",
                Map.of("states", "IN", "name", "a", "next", Map.of("name", "b", "size", 4))))
        .isEmpty();
    assertThat(faults("query($f: Filter) { boxes(filter: $f) { __typename } }", "f", null))
        .isEmpty();
  }

  @Test
  void aMissingVariableIsNamed() {
    assertThat(faults("query($i: ID!) { box(id: $i) { __typename } }"))
        .containsExactly("The variable $i of type 'ID!' is missing.");
  }

  @Test
  void aNullIsNamed() {
    assertThat(faults("query($i: ID!) { box(id: $i) { __typename } }", "i", null))
        .containsExactly("The variable $i of type 'ID!' may not be null.");
  }

  @Test
  void aDefaultStandsForAMissingVariable() {
    assertThat(faults("query($i: ID! = 1) { box(id: $i) { __typename } }")).isEmpty();
    assertThat(faults("query($i: ID = 1) { box(id: $i) { __typename } }")).isEmpty();
  }

  @Test
  void aValueOfAnotherTypeIsNamed() {
    assertThat(faults("query($n: Int!) { boxes(first: $n) { __typename } }", "n", "many"))
        .containsExactly("The variable $n is no Int: 'many'.");
    assertThat(faults("query($n: Int!) { boxes(first: $n) { __typename } }", "n", 2147483648L))
        .containsExactly("The variable $n is no Int: '2147483648'.");
  }

  @Test
  void aLongValueIsNotRepeated() {
    assertThat(faults("query($n: Int!) { boxes(first: $n) { __typename } }", "n", "9".repeat(5000)))
        .containsExactly("The variable $n is no Int.");
  }

  @Test
  void thePartOfTheValueIsNamed() {
    String document = "query($f: Filter) { boxes(filter: $f) { __typename } }";

    assertThat(faults(document, "f", "a")).containsExactly("The variable $f is no Filter: 'a'.");
    assertThat(faults(document, "f", Map.of("states", List.of("IN", "UP"), "name", "a")))
        .containsExactly("The variable $f.states[1] is no State: 'UP'.");
    assertThat(faults(document, "f", Map.of("states", Arrays.asList("IN", null), "name", "a")))
        .containsExactly("The variable $f.states[1] of type 'State!' may not be null.");
    assertThat(faults(document, "f", Map.of("name", "a", "next", Map.of())))
        .containsExactly("The variable $f.next.name of type 'String!' may not be null.");
    assertThat(faults(document, "f", Map.of("name", "a", "nome", "b")))
        .containsExactly("The variable $f has a field 'nome', which 'Filter' does not.");
  }

  @Test
  void eachVariableIsJudged() {
    assertThat(
            faults(
                "query($i: ID!, $n: Int!) { box(id: $i) { __typename }"
                    + " boxes(first: $n) { __typename } }",
                "n",
                "a"))
        .containsExactly(
            "The variable $i of type 'ID!' is missing.", "The variable $n is no Int: 'a'.");
  }

  @Test
  void aNullInPlaceOfADefaultIsNoArgument() {
    assertMisplaced("query($v: ID = 1) { box(id: $v) { __typename } }");
    assertMisplaced("query($v: Int) { boxes(first: $v) { __typename } }");
    assertMisplaced("query($v: ID = 1) { box(id: 1) { box { id(base: $v) } } }");
  }

  @Test
  void aNullInPlaceOfADefaultIsNoCondition() {
    assertMisplaced("query($v: Boolean = true) { box(id: 1) @skip(if: $v) { __typename } }");
    assertMisplaced("query($v: Boolean = true) { ... @include(if: $v) { __typename } }");
    assertMisplaced(
        "query($v: Boolean = true) { ...f @include(if: $v) } fragment f on Query { __typename }");
    assertMisplaced(
        "query($v: Boolean = true) { box(id: 1) { ...f } }"
            + " fragment f on Box { box { __typename @skip(if: $v) } }");
    assertMisplaced("query($v: String = \"a\") @note(text: $v) { __typename }");
  }

  @Test
  void aNullInPlaceOfADefaultIsNoItemOfAList() {
    assertMisplaced("query($v: State = IN) { boxes(states: [[$v]]) { __typename } }");
    assertMisplaced(
        "query($v: State = IN) { boxes(filter: {name: \"a\", states: [$v]}) { __typename } }");
  }

  @Test
  void aNullInPlaceOfADefaultIsNoFieldOfAnInputObject() {
    assertMisplaced("query($v: String = \"a\") { boxes(filter: {name: $v}) { __typename } }");
    assertMisplaced(
        "query($v: Int) { boxes(filter: {name: \"a\", next: {name: \"b\", size: $v}})"
            + " { __typename } }");
  }

  @Test
  void aNullWhereNullIsAllowedIsLetThrough() {
    assertThat(
            faults("query($v: [State!] = [IN]) { boxes(states: [$v]) { __typename } }", "v", null))
        .isEmpty();
  }

  private static void assertMisplaced(String document) {
    assertThat(faults(document, "v", null))
        .containsExactly("The variable $v may not be null where it is used.");
    assertThat(faults(document)).isEmpty();
  }

  private static List<String> faults(String document) {
    return faults(document, Map.of());
  }

  private static List<String> faults(String document, String name, @Nullable Object value) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(name, value);
    return faults(document, variables);
  }

  private static List<String> faults(String text, Map<String, Object> variables) {
    Document document = Parser.parse(text);
    assertThat(new Validator().validateDocument(SCHEMA, document, Locale.ROOT)).isEmpty();
    OperationDefinition operation =
        document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
    return Variables.faults(SCHEMA, document, operation, variables).stream()
        .map(GraphQLError::getMessage)
        .toList();
  }
}
