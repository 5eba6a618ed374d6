package org.boxtribute.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.boxtribute.server.persistence.MutationSamples.Sample;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.Client;
import org.boxtribute.server.testing.Crowd;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.junit.jupiter.api.Test;

/**
 * Many more writers than connections: each write makes do with the one connection that it has, so
 * that nobody waits in vain.
 */
final class ConnectionPoolIT {

  @Test
  void manyWritersShareTwoConnections() {
    try (TestServer server =
        TestServer.withDemoData(
            "boxtribute_test_two_connections",
            Map.of(
                "datasources.default.maximum-pool-size", 2,
                "datasources.default.connection-timeout", 20_000))) {
      List<Sample> samples = new MutationSamples(server.sql()).all();
      Client client = server.as(TestUser.god());

      List<Answer> answers =
          Crowd.asks(
              128, number -> client.ask(samples.get(number % samples.size()).document().get()));

      assertThat(answers).extracting(Answer::errors).containsOnly(List.of());
    }
  }
}
