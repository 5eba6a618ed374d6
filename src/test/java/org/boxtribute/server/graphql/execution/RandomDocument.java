package org.boxtribute.server.graphql.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A valid document for the schema {@link Orchard}, made at random: fields under their own names and
 * under aliases, the same ones several times, arguments, variables, directives, inline fragments
 * and named ones on every type that fits.
 */
final class RandomDocument {
  private static final int MAX_DEPTH = 4;
  private static final List<String> TYPES =
      List.of("Apple", "Pear", "Stone", "Crate", "Named", "Linked", "Fruit", "Thing");

  private static final Map<String, String> VARIABLES =
      Map.of(
          "count", "$count: Int! = 1",
          "add", "$add: Int",
          "yes", "$yes: Boolean!",
          "no", "$no: Boolean = false",
          "color", "$color: Color",
          "measure", "$measure: Measure");

  private final SplittableRandom random;
  private final Set<String> usedVariables = new LinkedHashSet<>();
  private final List<Fragment> fragments = new ArrayList<>();
  private final String text;
  private int budget;

  RandomDocument(SplittableRandom random) {
    this.random = random;
    this.budget = 10 + random.nextInt(60);
    boolean mutation = random.nextInt(8) == 0;
    String selection = selection(mutation ? "Mutation" : "Query", 0);
    StringBuilder document = new StringBuilder(mutation ? "mutation" : "query").append(" Random");
    if (!usedVariables.isEmpty()) {
      document.append(usedVariables.stream().map(VARIABLES::get).toList());
      replaceBrackets(document);
    }
    document.append(' ').append(selection);
    fragments.forEach(fragment -> document.append('\n').append(fragment.definition));
    this.text = document.toString();
  }

  private static void replaceBrackets(StringBuilder document) {
    document.setCharAt(document.indexOf("["), '(');
    document.setCharAt(document.length() - 1, ')');
  }

  String text() {
    return text;
  }

  /** Values for the variables; some are left out where there is a default or null will do. */
  Map<String, Object> variables() {
    Map<String, Object> values = new HashMap<>();
    values.put("yes", random.nextBoolean());
    if (random.nextBoolean()) {
      values.put("count", random.nextInt(3));
    }
    if (random.nextBoolean()) {
      values.put("add", random.nextInt(9));
    }
    if (random.nextBoolean()) {
      values.put("color", "GREEN");
    }
    if (random.nextBoolean()) {
      values.put("measure", Map.of("scale", 3, "tags", List.of("a", "b")));
    }
    values.keySet().retainAll(usedVariables);
    return values;
  }

  private record Fragment(String name, String type, String definition) {}

  private String selection(String type, int depth) {
    List<String> selections = new ArrayList<>();
    int size = 1 + random.nextInt(5);
    for (int i = 0; i < size; i++) {
      selections.add(oneSelection(type, depth));
    }
    return "{ " + String.join(" ", selections) + " }";
  }

  private String oneSelection(String type, int depth) {
    budget--;
    List<Orchard.Field> fields =
        Orchard.fieldsOf(type).stream()
            .filter(field -> !field.isComposite() || (depth < MAX_DEPTH && budget > 0))
            .toList();
    int kind = random.nextInt(20);
    boolean fragmentsEnd = depth > MAX_DEPTH + 2 || budget < 0;
    if ((fields.isEmpty() && fragmentsEnd) || kind == 0) {
      return "__typename" + directive();
    }
    if (fields.isEmpty() || (kind < 5 && !fragmentsEnd)) {
      return inlineFragment(type, depth);
    }
    if (kind < 8 && !fragmentsEnd) {
      return spread(type, depth);
    }
    if (kind == 8 && type.equals("Query")) {
      return "__type(name: \"Apple\") { name fields { name type { kind name } } }";
    }
    return field(fields.get(random.nextInt(fields.size())), depth);
  }

  /** The alias tells the arguments, so that equal keys always have equal arguments. */
  private String field(Orchard.Field field, int depth) {
    int variant = random.nextInt(4);
    String arguments = arguments(field.name(), variant);
    String key = arguments.isEmpty() && variant < 3 ? field.name() : alias(field.name(), variant);
    String below = field.isComposite() ? " " + selection(field.typeName(), depth + 1) : "";
    return key + arguments + directive() + below;
  }

  private static String alias(String name, int variant) {
    return "%s_%d: %s".formatted(name, variant, name);
  }

  private String arguments(String field, int variant) {
    return switch (field) {
      case "linked" -> pick(variant, "", "(count: 3)", "(count: $count)", "(count: null)");
      case "number" ->
          pick(
              variant,
              "",
              "(add: $add, colors: [RED, BLUE])",
              "(of: {scale: 2, nested: {scale: 1}})",
              "(of: $measure, colors: GREEN)");
      case "mustNumber" -> pick(variant, "", "(add: 4)", "(add: $add)", "(add: null)");
      case "flag" -> pick(variant, "", "(not: true)", "(not: $yes)", "(not: $no)");
      case "mustColor" -> pick(variant, "", "(other: BLUE)", "(other: $color)", "");
      case "mustMatrix" -> pick(variant, "", "(add: 7)", "(add: $add)", "");
      case "apple" -> pick(variant, "", "(of: {scale: 5, unit: \"m\"})", "(of: $measure)", "");
      case "mustCrates" -> pick(variant, "", "(count: 1)", "(count: $count)", "");
      case "mustFruit" -> pick(variant, "", "(color: RED)", "(color: $color)", "(color: null)");
      default -> "";
    };
  }

  private String pick(int variant, String... arguments) {
    String chosen = arguments[variant];
    useVariablesOf(chosen);
    return chosen;
  }

  private void useVariablesOf(String text) {
    VARIABLES.keySet().stream()
        .filter(name -> text.contains("$" + name))
        .sorted()
        .forEach(usedVariables::add);
  }

  private String directive() {
    String directive =
        switch (random.nextInt(24)) {
          case 0 -> " @include(if: true)";
          case 1 -> " @include(if: $yes)";
          case 2 -> " @skip(if: false)";
          case 3 -> " @skip(if: $no)";
          case 4 -> " @skip(if: true)";
          case 5 -> " @include(if: $yes) @skip(if: $no)";
          default -> "";
        };
    useVariablesOf(directive);
    return directive;
  }

  private String inlineFragment(String type, int depth) {
    if (random.nextInt(4) == 0) {
      return "..." + directive() + " " + selection(type, depth);
    }
    String condition = fitting(type);
    return "... on " + condition + directive() + " " + selection(condition, depth + 1);
  }

  private String spread(String type, int depth) {
    List<Fragment> known = fragments.stream().filter(one -> overlap(one.type, type)).toList();
    if (!known.isEmpty() && random.nextBoolean()) {
      return "..." + known.get(random.nextInt(known.size())).name + directive();
    }
    String condition = fitting(type);
    String selection = selection(condition, depth + 1);
    String name = "Fragment" + fragments.size();
    fragments.add(
        new Fragment(
            name, condition, "fragment %s on %s %s".formatted(name, condition, selection)));
    return "..." + name + directive();
  }

  private String fitting(String type) {
    if (!TYPES.contains(type)) {
      return type;
    }
    List<String> fitting = TYPES.stream().filter(one -> overlap(one, type)).toList();
    return fitting.get(random.nextInt(fitting.size()));
  }

  private static boolean overlap(String one, String other) {
    return !Collections.disjoint(Orchard.possibleTypes(one), Orchard.possibleTypes(other));
  }
}
