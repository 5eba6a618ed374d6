package org.boxtribute.server.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.crac.test.CheckpointSimulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.boxtribute.server.Environment;
import org.boxtribute.server.persistence.DatabaseAddress;
import org.boxtribute.server.security.SigningKeys;
import org.boxtribute.server.testing.TestDatabase;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.TestUser;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a snapshot holds, and what is made anew after it. */
class CheckpointIT {
  private final TestServer server = TestServer.shared();
  private ApplicationContext application;
  private CheckpointSimulator simulator;

  @BeforeEach
  void start() {
    DatabaseAddress database = TestDatabase.server().address("boxtribute_test");
    Map<String, String> variables = FunctionProcess.variables(database);
    Map<String, Object> properties = new HashMap<>(Environment.properties(variables));
    application = FunctionApplication.start(properties, "function", "test");
    simulator = application.getBean(CheckpointSimulator.class);
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void noConnectionIsInTheSnapshotAndNewOnesAreMadeAfterIt() throws Exception {
    long before = connectionId();

    simulator.runBeforeCheckpoint();
    assertThat(pool().getHikariPoolMXBean().getTotalConnections()).isZero();
    simulator.runAfterRestore();

    assertThat(answerToBases()).contains("{\\\"data\\\":{\\\"bases\\\":[{\\\"id\\\":\\\"1\\\"");
    assertThat(connectionId()).isNotEqualTo(before);
  }

  @Test
  void allQueriesAreWarmed() {
    simulator.runBeforeCheckpoint();

    assertThat(application.getBean(Warming.class).cold()).isEmpty();
    simulator.runAfterRestore();
  }

  @Test
  void chanceIsNewAfterwards() {
    AtomicInteger seeds = new AtomicInteger();
    FreshSecrets secrets =
        new FreshSecrets(new CountedSeeds(seeds), application.getBean(SigningKeys.class));

    secrets.beforeCheckpoint(null);
    assertThat(seeds).hasValue(0);
    secrets.afterRestore(null);

    assertThat(seeds).hasValue(1);
  }

  private long connectionId() {
    return Objects.requireNonNull(
        application
            .getBean(DSLContext.class)
            .select(DSL.function("connection_id", Long.class))
            .fetchOneInto(Long.class));
  }

  private HikariDataSource pool() {
    return (HikariDataSource) application.getBean(DataSource.class);
  }

  private String answerToBases() throws Exception {
    Call call =
        Call.graphQl(
            "/graphql", server.token(TestUser.coordinator()), "{\"query\": \"{ bases { id } }\"}");
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    application
        .getBean(HttpFunction.class)
        .answer(new ByteArrayInputStream(Events.HTTP_API.json(call)), output, null);
    return output.toString(StandardCharsets.UTF_8);
  }

  private static final class CountedSeeds extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable AtomicInteger seeds;

    CountedSeeds(AtomicInteger seeds) {
      this.seeds = seeds;
    }

    @Override
    public void setSeed(byte[] seed) {
      if (seeds != null) {
        seeds.incrementAndGet();
      }
      super.setSeed(seed);
    }
  }
}
