package org.boxtribute.server.graphql.binding;

import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of one object type that have been bound so far, each once. */
final class BoundFields {
  private final String type;
  private final Map<String, BoundField> fields = new LinkedHashMap<>();

  BoundFields(String type) {
    this.type = type;
  }

  <F extends BoundField> F add(String field, F bound) {
    if (fields.put(field, bound) != null) {
      throw new IllegalStateException(type + "." + field + " is bound twice");
    }
    return bound;
  }

  Map<String, BoundField> byName() {
    return fields;
  }
}
