package org.boxtribute.server.graphql.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schema of the requests made at random. Each of its object types has the same fields, among
 * them one of each shape that a type can have, so that any two selections can be merged.
 */
final class Orchard {
  static final List<String> OBJECTS = List.of("Apple", "Pear", "Stone", "Crate");

  private static final List<Field> FIELDS =
      List.of(
          new Field("name", "", "String"),
          new Field("mustName", "", "String!"),
          new Field("next", "", "Linked"),
          new Field("mustNext", "", "Linked!"),
          new Field("linked", "(count: Int = 2)", "[Linked!]"),
          new Field("id", "", "ID"),
          new Field("mustId", "", "ID!"),
          new Field("number", "(add: Int = 2, of: Measure, colors: [Color!])", "Int"),
          new Field("mustNumber", "(add: Int)", "Int!"),
          new Field("ratio", "", "Float"),
          new Field("flag", "(not: Boolean)", "Boolean"),
          new Field("color", "", "Color"),
          new Field("mustColor", "(other: Color = RED)", "Color!"),
          new Field("texts", "", "[String]"),
          new Field("mustTexts", "", "[String!]!"),
          new Field("matrix", "", "[[Int]]"),
          new Field("mustMatrix", "(add: Int = 1)", "[[Int!]!]!"),
          new Field("apple", "(of: Measure)", "Apple"),
          new Field("mustPear", "", "Pear!"),
          new Field("stones", "", "[Stone]"),
          new Field("mustCrates", "(count: Int! = 2)", "[Crate!]!"),
          new Field("fruit", "", "Fruit"),
          new Field("mustFruit", "(color: Color)", "Fruit!"),
          new Field("things", "", "[[Thing]]"),
          new Field("mustThings", "", "[Thing!]!"),
          new Field("named", "", "[Named!]"),
          new Field("place", "", "String"),
          new Field("context", "", "String"));

  private static final String SHARED_TYPES =
      """
      interface Named { name: String  mustName: String! }
      interface Linked implements Named {
        name: String  mustName: String!  next: Linked  mustNext: Linked!
        linked(count: Int = 2): [Linked!]
      }
      union Fruit = Apple | Pear
      union Thing = Apple | Pear | Stone | Crate
      enum Color { RED GREEN BLUE }
      input Measure { unit: String = "cm"  scale: Int!  nested: Measure  tags: [String!] }
      """;

  private Orchard() {}

  /**
   * A field of all object types.
   *
   * @param arguments as the schema declares them, with parentheses
   */
  record Field(String name, String arguments, String type) {

    /** The type's name, without lists and exclamation marks. */
    String typeName() {
      return type.replaceAll("[\\[\\]!]", "");
    }

    boolean isComposite() {
      return !List.of("String", "ID", "Int", "Float", "Boolean", "Color").contains(typeName());
    }
  }

  /** The fields that may be selected on a type; interfaces have fewer, unions none. */
  static List<Field> fieldsOf(String type) {
    return switch (type) {
      case "Named" -> FIELDS.subList(0, 2);
      case "Linked" -> FIELDS.subList(0, 5);
      case "Fruit", "Thing" -> List.of();
      default -> FIELDS;
    };
  }

  /** The object types that a type may turn out to be. */
  static List<String> possibleTypes(String type) {
    return switch (type) {
      case "Linked", "Fruit" -> List.of("Apple", "Pear");
      case "Named" -> List.of("Apple", "Pear", "Crate");
      case "Thing" -> OBJECTS;
      default -> List.of(type);
    };
  }

  static String sdl() {
    StringBuilder sdl = new StringBuilder(SHARED_TYPES);
    appendType(sdl, "Query", null);
    appendType(sdl, "Mutation", null);
    appendType(sdl, "Apple", "Linked & Named");
    appendType(sdl, "Pear", "Linked & Named");
    appendType(sdl, "Stone", null);
    appendType(sdl, "Crate", "Named");
    return sdl.toString();
  }

  private static void appendType(StringBuilder sdl, String type, @Nullable String interfaces) {
    sdl.append("type ").append(type);
    if (interfaces != null) {
      sdl.append(" implements ").append(interfaces);
    }
    sdl.append(" {\n");
    FIELDS.forEach(
        field ->
            sdl.append("  %s%s: %s\n".formatted(field.name(), field.arguments(), field.type())));
    sdl.append("}\n");
  }
}
