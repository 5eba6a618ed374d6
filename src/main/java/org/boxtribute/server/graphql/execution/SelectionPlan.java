package org.boxtribute.server.graphql.execution;

import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.schema.GraphQLObjectType;
import java.util.List;

/** The fields that a selection has for one object type. Made once for a request. */
final class SelectionPlan {
  private final GraphQLObjectType type;
  private final FieldPlan[] fields;
  private final List<String> keys;

  SelectionPlan(GraphQLObjectType type, MergedSelectionSet selection, PlanContext context) {
    this.type = type;
    List<MergedField> merged = selection.getSubFieldsList();
    this.fields = new FieldPlan[merged.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = new FieldPlan(type, merged.get(i), context);
    }
    this.keys = selection.getKeys();
  }

  GraphQLObjectType type() {
    return type;
  }

  FieldPlan[] fields() {
    return fields;
  }

  /** The keys of the fields in the response, in their order. */
  List<String> keys() {
    return keys;
  }

  /** Whether equal source objects have equal results, wherever they occur. */
  boolean isPure() {
    for (FieldPlan field : fields) {
      if (!field.isPure()) {
        return false;
      }
    }
    return true;
  }

  /** Whether this selection has a field, by its name, or one below it. */
  boolean selects(String path) {
    int slash = path.indexOf('/');
    String name = slash < 0 ? path : path.substring(0, slash);
    for (FieldPlan field : fields) {
      if (field.definition().getName().equals(name)
          && (slash < 0 || field.selects(path.substring(slash + 1)))) {
        return true;
      }
    }
    return false;
  }
}
