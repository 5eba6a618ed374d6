package org.boxtribute.server.graphql.binding;

import java.util.Locale;

/** A value of an enumeration of the GraphQL schema. */
public interface ApiEnum {

  /** The constant's name in Java. */
  String name();

  /** The name that the GraphQL schema gives this value: {@code IN_STOCK} is {@code InStock}. */
  default String apiName() {
    StringBuilder apiName = new StringBuilder();
    for (String word : name().split("_", -1)) {
      apiName.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return apiName.toString();
  }
}
