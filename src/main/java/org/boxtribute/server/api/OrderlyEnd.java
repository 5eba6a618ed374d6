package org.boxtribute.server.api;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.core.order.Ordered;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the server end without cutting off what it has begun. It goes on listening, to refuse what
 * comes, while the requests that it has taken are finished. When half of the time is over, those
 * that only read are given up, so that mutations have the connections of the pool. Only then are
 * the connections closed, and after them what the requests worked with: the pool and the executors.
 */
@Context
@Requires(beans = ConnectionGuards.class)
final class OrderlyEnd implements ApplicationEventListener<ShutdownEvent>, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(OrderlyEnd.class);

  /** How long an operation that is given up may take to say so itself. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final OpenRequests requests;
  private final ConnectionGuards connections;
  private final Duration limit;

  OrderlyEnd(OpenRequests requests, ConnectionGuards connections, HttpConfiguration configuration) {
    this.requests = requests;
    this.connections = connections;
    this.limit = configuration.shutdownTimeLimit();
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  /** Blocks until the last request has been answered, or the time is over. */
  @Override
  public void onApplicationEvent(ShutdownEvent event) {
    requests.close();
    try {
      if (requests.count() > 0) {
        finish();
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
    connections.close();
  }

  private void finish() throws InterruptedException {
    LOG.info("Ending, after {} requests that are open", requests.count());
    Duration half = limit.dividedBy(2);
    if (requests.awaitNone(half)) {
      return;
    }
    requests.giveUpReads();
    connections.giveUpIncoming();
    if (requests.awaitNone(shorter(LAST_WORDS, half.dividedBy(2)))) {
      return;
    }
    requests.reads().forEach(read -> read.refuse().run());
    if (!requests.awaitNone(half.minus(shorter(LAST_WORDS, half.dividedBy(2))))) {
      LOG.error("{} requests were not finished within {}", requests.count(), limit);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
