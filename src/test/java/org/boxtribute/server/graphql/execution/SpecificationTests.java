package org.boxtribute.server.graphql.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.TypeResolutionEnvironment;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.language.SourceLocation;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The examples with which the GraphQL specification (October 2021 and September 2025) explains how
 * fields are collected and merged, in which order the response has them, and how null rises.
 */
final class SpecificationTests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA =
      """
      interface Pet { name: String  owner: Person  nickname: String }
      type Dog implements Pet { name: String  owner: Person  nickname: String  barkVolume: Int }
      type Cat implements Pet { name: String  owner: Person  nickname: String  meowVolume: Int }
      union CatOrDog = Cat | Dog
      type Person {
        id: ID
        name: String
        mustName: String!
        firstName: String
        lastName: String
        profilePic(size: Int, width: Int = 3): String
        friends: [Person]
        strictFriends: [Person!]
        mustFriends: [Person]!
        strictestFriends: [Person!]!
        mustBestFriend: Person!
        pets: [Pet]
        catOrDog: CatOrDog
        matrix: [[Int!]]
        numbers: [Int]
      }
      type Query { me: Person  mustMe: Person!  hero: Person  numbers: Numbers!  pet: Pet }
      type Numbers { theNumber: Int }
      type Mutation { changeTheNumber(newNumber: Int!): Numbers!  break: Numbers }
      """;

  private final Map<String, Object> me = new HashMap<>();
  private final Map<String, Object> friend = new HashMap<>();
  private int theNumber;

  SpecificationTests() {
    me.put("id", "4");
    me.put("name", "Ada");
    me.put("mustName", "Ada");
    me.put("firstName", "Ada");
    me.put("lastName", "Lovelace");
    friend.put("id", "1002");
    friend.put("name", "Luke");
    friend.put("mustName", "Luke");
  }

  // Collecting and merging fields (CollectFields, MergeSelectionSets)

  @Test
  void selectionsOfFieldsWithOneKeyAreMerged() {
    assertThat(data("{ me { firstName } me { lastName } }"))
        .isEqualTo("{'me':{'firstName':'Ada','lastName':'Lovelace'}}");
  }

  @Test
  void aKeyStandsWhereItWasFirstMet() {
    assertThat(
            data(
                """
                { me { firstName ...Names id name } }
                fragment Names on Person { lastName firstName }
                """))
        .isEqualTo("{'me':{'firstName':'Ada','lastName':'Lovelace','id':'4','name':'Ada'}}");
  }

  @Test
  void aFragmentSpreadStandsBeforeWhatFollowsIt() {
    assertThat(data("{ me { ...F id } } fragment F on Person { name id lastName }"))
        .isEqualTo("{'me':{'name':'Ada','id':'4','lastName':'Lovelace'}}");
  }

  @Test
  void aliasesLetOneFieldBeAskedTwice() {
    assertThat(data("{ me { small: profilePic(size: 64) big: profilePic(size: 1024) } }"))
        .isEqualTo("{'me':{'small':'64x3','big':'1024x3'}}");
  }

  @Test
  void selectionsAreMergedBelowFragmentsToo() {
    me.put("friends", List.of(friend));

    assertThat(
            data(
                """
                { me { friends { id } ... on Person { friends { name } } ...F } }
                fragment F on Person { friends { id mustName } }
                """))
        .isEqualTo("{'me':{'friends':[{'id':'1002','name':'Luke','mustName':'Luke'}]}}");
  }

  @Test
  void aFragmentCountsForTheTypesThatItFits() {
    me.put("pets", List.of(pet("Dog", "Rex"), pet("Cat", "Tom")));

    assertThat(
            data(
                """
                { me { pets { __typename name ...Loud ... on Cat { meowVolume } } } }
                fragment Loud on Dog { barkVolume }
                """))
        .isEqualTo(
            "{'me':{'pets':[{'__typename':'Dog','name':'Rex','barkVolume':7},"
                + "{'__typename':'Cat','name':'Tom','meowVolume':7}]}}");
  }

  @Test
  void aUnionIsSeenThroughFragmentsOnItsMembersAndTheirInterfaces() {
    me.put("catOrDog", pet("Cat", "Tom"));

    assertThat(data("{ me { catOrDog { ... on Pet { name } ... on Dog { barkVolume } } } }"))
        .isEqualTo("{'me':{'catOrDog':{'name':'Tom'}}}");
  }

  @Test
  void skipBeatsInclude() {
    String document =
        "query ($yes: Boolean!, $no: Boolean!) { me { a: name @skip(if: $no) @include(if: $yes)"
            + " b: name @skip(if: $yes) @include(if: $yes) c: name @include(if: $no)"
            + " ... @include(if: $no) { d: name } ...F @skip(if: $yes) id } }"
            + " fragment F on Person { e: name }";

    assertThat(json(execute(document, Map.of("yes", true, "no", false)).getData()))
        .isEqualTo("{'me':{'a':'Ada','id':'4'}}");
  }

  @Test
  void aFieldThatIsSkippedOnceButNotTwiceIsThere() {
    assertThat(data("{ me { name @skip(if: true) id name } }"))
        .isEqualTo("{'me':{'id':'4','name':'Ada'}}");
  }

  // Null and failures (handling execution errors)

  @Test
  void aFailedFieldIsNullAndItsErrorHasItsPlace() {
    me.put("friends", List.of(friend, without("name"), friend));

    ExecutionResult result = execute("{ hero: me { name heroFriends: friends { id name } } }");

    assertThat(json(result.getData()))
        .isEqualTo(
            "{'hero':{'name':'Ada','heroFriends':[{'id':'1002','name':'Luke'},"
                + "{'id':'1002','name':null},{'id':'1002','name':'Luke'}]}}");
    assertThat(errors(result)).containsExactly("hero/heroFriends/1/name");
    assertThat(result.getErrors().getFirst().getLocations())
        .containsExactly(new SourceLocation(1, 45));
  }

  @Test
  void nullOfAFieldThatMustNotBeNullRisesToItsObject() {
    me.put("friends", List.of(friend, without("mustName"), friend));

    ExecutionResult result = execute("{ hero: me { heroFriends: friends { id name: mustName } } }");

    assertThat(json(result.getData()))
        .isEqualTo(
            "{'hero':{'heroFriends':[{'id':'1002','name':'Luke'},null,"
                + "{'id':'1002','name':'Luke'}]}}");
    assertThat(errors(result)).containsExactly("hero/heroFriends/1/name");
  }

  @Test
  void nullRisesThroughAListThatMayHoldNone() {
    me.put("strictFriends", List.of(friend, without("mustName")));

    ExecutionResult result = execute("{ me { id strictFriends { mustName } } }");

    assertThat(json(result.getData())).isEqualTo("{'me':{'id':'4','strictFriends':null}}");
    assertThat(errors(result)).containsExactly("me/strictFriends/1/mustName");
  }

  @Test
  void nullRisesThroughAListThatMustBeThere() {
    me.put("strictestFriends", List.of(friend, without("mustName")));

    ExecutionResult result = execute("{ me { id strictestFriends { mustName } } }");

    assertThat(json(result.getData())).isEqualTo("{'me':null}");
    assertThat(errors(result)).containsExactly("me/strictestFriends/1/mustName");
  }

  @Test
  void nullInAListThatMustBeThereButMayHoldNullStaysInIt() {
    me.put("mustFriends", Arrays.asList(friend, null, without("mustName")));

    ExecutionResult result = execute("{ me { mustFriends { mustName } } }");

    assertThat(json(result.getData()))
        .isEqualTo("{'me':{'mustFriends':[{'mustName':'Luke'},null,null]}}");
    assertThat(errors(result)).containsExactly("me/mustFriends/2/mustName");
  }

  @Test
  void nullInAListOfListsRisesToTheNearestThatMayBeNull() {
    me.put("matrix", List.of(List.of(1, 2), Arrays.asList(3, null), List.of()));

    ExecutionResult result = execute("{ me { matrix } }");

    assertThat(json(result.getData())).isEqualTo("{'me':{'matrix':[[1,2],null,[]]}}");
    assertThat(errors(result)).containsExactly("me/matrix/1/1");
  }

  @Test
  void nullRisesToTheWholeResponseWhereNothingOnItsWayMayBeNull() {
    me.put("mustBestFriend", without("mustName"));

    ExecutionResult result = execute("{ me { id } mustMe { mustBestFriend { mustName } } }");

    assertThat(json(result.getData())).isEqualTo("null");
    assertThat(errors(result)).containsExactly("mustMe/mustBestFriend/mustName");
    assertThat(result.toSpecification()).containsEntry("data", null);
  }

  @Test
  void aValueThatItsTypeCannotShowIsAnErrorOfItsField() {
    me.put("numbers", List.of(1, "two", 3));
    me.put("pets", List.of(pet("Dog", "Rex"), pet("Parrot", "Polly")));
    me.put("friends", "none");

    ExecutionResult result = execute("{ me { numbers pets { name } friends { id } } }");

    assertThat(json(result.getData()))
        .isEqualTo("{'me':{'numbers':[1,null,3],'pets':[{'name':'Rex'},null],'friends':null}}");
    assertThat(errors(result)).containsExactlyInAnyOrder("me/numbers/1", "me/pets/1", "me/friends");
  }

  @Test
  void errorsAreTellingOnlyWhereSomethingFailed() {
    assertThat(execute("{ me { name } }").toSpecification()).containsOnlyKeys("data");
  }

  // Lists come in many shapes

  @Test
  void anythingThatHasItemsIsAList() {
    Stream.of(
            List.of(1, 2),
            new int[] {1, 2},
            new Integer[] {1, 2},
            Stream.of(1, 2),
            List.of(1, 2).iterator(),
            (Iterable<Integer>) () -> new ArrayList<>(List.of(1, 2)).iterator())
        .forEach(
            numbers -> {
              me.put("numbers", numbers);
              assertThat(data("{ me { numbers } }")).isEqualTo("{'me':{'numbers':[1,2]}}");
            });
  }

  @Test
  void aListThatFailsOnItsWayIsAnErrorOfItsField() {
    Iterator<Integer> broken =
        Stream.of(1, 2)
            .peek(
                number -> {
                  if (number == 2) {
                    throw new IllegalStateException("no second number");
                  }
                })
            .iterator();
    me.put("numbers", broken);

    ExecutionResult result = execute("{ me { id numbers } }");

    assertThat(json(result.getData())).isEqualTo("{'me':{'id':'4','numbers':null}}");
    assertThat(errors(result)).containsExactly("me/numbers");
  }

  // Mutations run one after the other

  @Test
  void mutationsRunInTheirOrder() {
    assertThat(
            data(
                """
                mutation {
                  first: changeTheNumber(newNumber: 1) { theNumber }
                  second: changeTheNumber(newNumber: 3) { theNumber }
                  third: changeTheNumber(newNumber: 2) { theNumber }
                }
                """))
        .isEqualTo("{'first':{'theNumber':1},'second':{'theNumber':3},'third':{'theNumber':2}}");
  }

  @Test
  void aMutationThatFailsLetsTheNextOneRun() {
    ExecutionResult result =
        execute("mutation { break { theNumber } changeTheNumber(newNumber: 5) { theNumber } }");

    assertThat(json(result.getData()))
        .isEqualTo("{'break':null,'changeTheNumber':{'theNumber':5}}");
    assertThat(errors(result)).containsExactly("break");
  }

  @Test
  void aNullThatRisesIsToldOnce() {
    me.put("mustBestFriend", without("mustName"));
    assertThat(errors(execute("{ me { mustBestFriend { a: mustName b: mustName } } }")))
        .containsExactly("me/mustBestFriend/a");

    me.put(
        "strictFriends",
        List.of(without("mustName", "mustFriends"), without("mustName", "mustFriends")));
    ExecutionResult result = execute("{ me { strictFriends { mustName mustFriends { id } } } }");

    assertThat(json(result.getData())).isEqualTo("{'me':{'strictFriends':null}}");
    assertThat(errors(result)).containsExactly("me/strictFriends/0/mustName");
  }

  @Test
  void eachNullThatRisesIsTold() {
    me.put("friends", List.of(without("mustName"), friend, without("mustName")));
    ExecutionResult result = execute("{ me { friends { mustName } } }");

    assertThat(json(result.getData()))
        .isEqualTo("{'me':{'friends':[null,{'mustName':'Luke'},null]}}");
    assertThat(errors(result))
        .containsExactlyInAnyOrder("me/friends/0/mustName", "me/friends/2/mustName");
  }

  private static Map<String, Object> pet(String type, String name) {
    return Map.of("type", type, "name", name, "barkVolume", 7, "meowVolume", 7);
  }

  /** The friend, some fields of whom fail. */
  private Map<String, Object> without(String... fields) {
    Map<String, Object> changed = new HashMap<>(friend);
    for (String field : fields) {
      changed.put(field, new IllegalStateException(field + " cannot be had"));
    }
    return changed;
  }

  private String data(String document) {
    ExecutionResult result = execute(document);
    assertThat(result.getErrors()).isEmpty();
    return json(result.getData());
  }

  private ExecutionResult execute(String document) {
    return execute(document, Map.of());
  }

  private ExecutionResult execute(String document, Map<String, Object> variables) {
    BreadthFirstExecutionStrategy strategy =
        new BreadthFirstExecutionStrategy(new SimpleDataFetcherExceptionHandler(), Runnable::run);
    return GraphQL.newGraphQL(
            new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring()))
        .queryExecutionStrategy(strategy)
        .mutationExecutionStrategy(strategy)
        .build()
        .execute(
            ExecutionInput.newExecutionInput(document).variables(variables).root(Map.of()).build());
  }

  private RuntimeWiring wiring() {
    DataFetcher<Object> property =
        environment -> value(environment.getSource(), environment.getField().getName());
    return RuntimeWiring.newRuntimeWiring()
        .type(
            "Query",
            type ->
                type.dataFetcher("me", environment -> me).dataFetcher("mustMe", environment -> me))
        .type(
            "Mutation",
            type ->
                type.dataFetcher(
                        "changeTheNumber",
                        environment -> change(environment.getArgumentOrDefault("newNumber", 0)))
                    .dataFetcher(
                        "break",
                        environment -> {
                          throw new IllegalStateException("broken");
                        }))
        .type("Numbers", type -> type.dataFetcher("theNumber", environment -> theNumber))
        .type(
            "Person",
            type ->
                type.defaultDataFetcher(property)
                    .dataFetcher(
                        "profilePic",
                        environment ->
                            environment.getArgument("size")
                                + "x"
                                + environment.getArgument("width")))
        .type("Dog", type -> type.defaultDataFetcher(property))
        .type("Cat", type -> type.defaultDataFetcher(property))
        .type("Pet", type -> type.typeResolver(SpecificationTests::typeOf))
        .type("CatOrDog", type -> type.typeResolver(SpecificationTests::typeOf))
        .build();
  }

  private Map<String, Object> change(int newNumber) {
    theNumber = newNumber;
    return Map.of();
  }

  private static @Nullable GraphQLObjectType typeOf(TypeResolutionEnvironment environment) {
    Map<String, Object> source =
        Objects.requireNonNull(environment.<Map<String, Object>>getObject());
    return environment.getSchema().getObjectType(String.valueOf(source.get("type")));
  }

  private static @Nullable Object value(@Nullable Map<String, Object> source, String field) {
    Object value = source == null ? null : source.get(field);
    if (value instanceof RuntimeException failure) {
      throw failure;
    }
    return value;
  }

  private static List<String> errors(ExecutionResult result) {
    return result.getErrors().stream()
        .map(error -> Objects.requireNonNull(error.getPath()))
        .map(path -> String.join("/", path.stream().map(String::valueOf).toList()))
        .toList();
  }

  /** With quotes that need no escapes in the tests. */
  private static String json(@Nullable Object value) {
    try {
      return JSON.writeValueAsString(value).replace('"', '\'');
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
