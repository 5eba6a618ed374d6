package org.boxtribute.server.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.graphql.document.DocumentLimits;
import org.boxtribute.server.graphql.document.DocumentsConfiguration;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.junit.jupiter.api.Test;

/** The keys below {@code boxtribute.graphql}: their defaults, and each of them set. */
final class GraphQlConfigurationIT {

  @Test
  void nothingHasToBeSet() {
    TestServer server = TestServer.shared();

    assertThat(server.bean(GraphQlConfiguration.class))
        .isEqualTo(new GraphQlConfiguration(4, Duration.ofSeconds(60)));
    assertThat(server.bean(DocumentLimits.class))
        .isEqualTo(new DocumentLimits(20, 2000, 200, 15_000, 4_000_000));
    assertThat(server.bean(DocumentsConfiguration.class))
        .isEqualTo(new DocumentsConfiguration(List.of(), false, true, 1000, 1_000_000));
  }

  @Test
  void eachKeyIsRead() {
    TestServer.shared();
    Map<String, Object> keys =
        Map.ofEntries(
            Map.entry("boxtribute.migrations.enabled", false),
            Map.entry("boxtribute.graphql.max-connections", 7),
            Map.entry("boxtribute.graphql.time-limit", "5s"),
            Map.entry("boxtribute.graphql.max-depth", 11),
            Map.entry("boxtribute.graphql.max-fields", 12),
            Map.entry("boxtribute.graphql.max-aliases", 13),
            Map.entry("boxtribute.graphql.max-tokens", 14),
            Map.entry("boxtribute.graphql.cached-characters", 15),
            Map.entry("boxtribute.documents.automatic", false),
            Map.entry("boxtribute.documents.automatic-count", 16),
            Map.entry("boxtribute.documents.automatic-characters", 17));
    try (TestServer server =
        TestServer.over(TestDatabase.server().address("boxtribute_test"), keys)) {
      assertThat(server.bean(GraphQlConfiguration.class))
          .isEqualTo(new GraphQlConfiguration(7, Duration.ofSeconds(5)));
      assertThat(server.bean(DocumentLimits.class))
          .isEqualTo(new DocumentLimits(11, 12, 13, 14, 15));
      assertThat(server.bean(DocumentsConfiguration.class))
          .isEqualTo(new DocumentsConfiguration(List.of(), false, false, 16, 17));
    }
  }

  @Test
  void theStrategyIsChosenByAKey() {
    TestServer.shared();
    Map<String, Object> keys =
        Map.of(
            "boxtribute.migrations.enabled", false,
            "test.strategies", "server",
            "boxtribute.graphql.strategy", "graphql-java");
    try (TestServer server =
        TestServer.over(TestDatabase.server().address("boxtribute_test"), keys)) {
      assertThat(server.bean(Strategies.class).query().getClass().getSimpleName())
          .isEqualTo("AsyncExecutionStrategy");
    }
  }
}
