package org.boxtribute.server.api;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which web pages may call the apps that this server is. Safe to share between threads. */
@Singleton
final class CrossOriginRules {
  private final Map<String, CrossOriginRule> ruleOf;

  CrossOriginRules(ApiConfiguration configuration) {
    ruleOf =
        CrossOriginRule.ALL.stream()
            .filter(rule -> configuration.apps().contains(rule.app()))
            .map(rule -> rule.withOrigins(configuration.origins()))
            .collect(Collectors.toUnmodifiableMap(CrossOriginRule::path, Function.identity()));
  }

  /** The rule of a path; a path without one is for pages of the server's own origin. */
  Optional<CrossOriginRule> of(String path) {
    return Optional.ofNullable(ruleOf.get(path));
  }

  /** The headers with which a page may read the answer to a request that is no preflight. */
  Map<String, String> headers(String path, @Nullable String origin) {
    return of(path).map(rule -> rule.headers(origin)).orElse(Map.of());
  }
}
