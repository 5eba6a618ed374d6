package org.boxtribute.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.boxtribute.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLoopGuardIT {
  private final TestServer server = TestServer.shared();
  private final MultiThreadIoEventLoopGroup eventLoops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  @AfterEach
  void stopEventLoops() {
    eventLoops.close();
  }

  @Test
  void aStatementOnAnEventLoopIsRefused() {
    assertThatThrownBy(() -> eventLoops.submit(statement()).get())
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SQL on the event loop");
  }

  @Test
  void theEventLoopIsOfUseAfterwards() throws Exception {
    assertThatThrownBy(() -> eventLoops.submit(statement()).get())
        .isInstanceOf(ExecutionException.class);

    assertThat(eventLoops.submit(() -> "still here").get()).isEqualTo("still here");
  }

  @Test
  void anywhereElseStatementsRun() {
    assertThatCode(() -> statement().call()).doesNotThrowAnyException();
  }

  private Callable<Integer> statement() {
    return () -> server.sql().selectOne().fetch().size();
  }
}
