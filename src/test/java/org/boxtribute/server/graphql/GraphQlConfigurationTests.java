package org.boxtribute.server.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.boxtribute.server.graphql.document.DocumentLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys below {@code boxtribute.graphql}: their defaults, and each of them set. */
final class GraphQlConfigurationTests {
  private static final GraphQlConfiguration DEFAULT =
      new GraphQlConfiguration(4, Duration.ofSeconds(60));
  private static final DocumentLimits DEFAULT_LIMITS =
      new DocumentLimits(20, 2000, 200, 15_000, 4_000_000);

  @Test
  void nothingHasToBeSet() {
    try (ApplicationContext context = context(Map.of())) {
      assertThat(context.getBean(GraphQlConfiguration.class)).isEqualTo(DEFAULT);
      assertThat(context.getBean(DocumentLimits.class)).isEqualTo(DEFAULT_LIMITS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "max-connections, 7, 'GraphQlConfiguration[maxConnections=7, timeLimit=PT1M]'",
    "time-limit, 5s, 'GraphQlConfiguration[maxConnections=4, timeLimit=PT5S]'"
  })
  void eachKeyOfARequestIsRead(String key, String value, String expected) {
    try (ApplicationContext context = context(Map.of(key, value))) {
      assertThat(context.getBean(GraphQlConfiguration.class)).hasToString(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "max-depth, maxDepth",
    "max-fields, maxFields",
    "max-aliases, maxAliases",
    "max-tokens, maxTokens",
    "cached-characters, cachedCharacters"
  })
  void eachKeyOfADocumentIsRead(String key, String component) {
    try (ApplicationContext context = context(Map.of(key, "3"))) {
      assertThat(context.getBean(DocumentLimits.class).toString())
          .isEqualTo(DEFAULT_LIMITS.toString().replaceFirst(component + "=\\d+", component + "=3"));
    }
  }

  /** A context of these two beans alone: all others want a database. */
  private static ApplicationContext context(Map<String, String> keys) {
    Map<String, Object> properties = new HashMap<>();
    keys.forEach((key, value) -> properties.put("boxtribute.graphql." + key, value));
    return ApplicationContext.builder()
        .properties(properties)
        .beansPredicate(
            bean ->
                bean.getBeanType() == GraphQlConfiguration.class
                    || bean.getBeanType() == DocumentLimits.class)
        .start();
  }
}
