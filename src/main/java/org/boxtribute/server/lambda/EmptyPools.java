package org.boxtribute.server.lambda;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micronaut.context.annotation.Requires;
import io.micronaut.crac.OrderedResource;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import org.crac.Context;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no connection into a snapshot. Micronaut suspends the pools and tells them to close their
 * connections, which they do on a thread of their own: the checkpoint waits for it.
 */
@Singleton
@Requires(env = "function")
final class EmptyPools implements OrderedResource {

  /** After Micronaut's resource, which has none. */
  static final int ORDER = -100;

  private static final int GLANCES = 500;
  private static final int GLANCE_MILLISECONDS = 10;
  private static final Logger LOG = LoggerFactory.getLogger(EmptyPools.class);

  private final List<DataSource> dataSources;

  EmptyPools(List<DataSource> dataSources) {
    this.dataSources = dataSources;
  }

  @Override
  public int getOrder() {
    return ORDER;
  }

  @Override
  public void beforeCheckpoint(@Nullable Context<? extends Resource> context)
      throws InterruptedException {
    for (DataSource dataSource : dataSources) {
      if (dataSource instanceof HikariDataSource pool) {
        awaitEmpty(pool.getHikariPoolMXBean());
      }
    }
  }

  private static void awaitEmpty(HikariPoolMXBean pool) throws InterruptedException {
    for (int glance = 0; glance < GLANCES && pool.getTotalConnections() > 0; glance++) {
      Thread.sleep(GLANCE_MILLISECONDS);
    }
    if (pool.getTotalConnections() > 0) {
      LOG.warn("{} connections are in the snapshot", pool.getTotalConnections());
    }
  }

  @Override
  public void afterRestore(@Nullable Context<? extends Resource> context) {
    // a connection is made when one is needed
  }
}
