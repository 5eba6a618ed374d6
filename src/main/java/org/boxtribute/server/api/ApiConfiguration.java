package org.boxtribute.server.api;

import static java.util.stream.Collectors.toSet;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.boxtribute.server.graphql.schema.Api;

/**
 * Where the server runs, and what it serves there.
 *
 * @param environment {@code production}, {@code staging}, {@code demo} or {@code development}
 * @param apps which of {@code app}, {@code api} and {@code shared} this server is
 * @param origins of web pages that may call the APIs beside Boxtribute's own
 */
@ConfigurationProperties("boxtribute")
record ApiConfiguration(
    @Bindable(defaultValue = "production") String environment,
    @Bindable(defaultValue = "app") List<String> apps,
    @Bindable(defaultValue = "") List<String> origins) {

  /** Whether only developers use this server, who may see and do more than others. */
  boolean inDevelopment() {
    return environment.equals("development");
  }

  /** The GraphQL API of each app that this server is. */
  Set<Api> graphQlApis() {
    return Stream.of(Api.values()).filter(api -> apps.contains(api.app())).collect(toSet());
  }
}
