package org.boxtribute.server.beneficiary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of an import that cannot be stored as it was given.
 *
 * @param name the input's field
 * @param given the client's value
 * @param storable what could be stored of it
 */
record InvalidField(String name, Object given, @Nullable Object storable) {

  /** As clients are told, who know the field by the name that it has in the Python back-end. */
  Map<String, List<@Nullable Object>> asData() {
    return Map.of(
        name.replaceAll("\\p{Upper}", "_$0").toLowerCase(Locale.ROOT),
        Arrays.asList(given, storable));
  }
}
