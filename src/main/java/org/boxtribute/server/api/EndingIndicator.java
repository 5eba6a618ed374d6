package org.boxtribute.server.api;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** A server that ends is sent no more requests. */
@Readiness
@Singleton
final class EndingIndicator implements HealthIndicator {
  private final OpenRequests requests;

  EndingIndicator(OpenRequests requests) {
    this.requests = requests;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    HealthStatus status = requests.isClosed() ? HealthStatus.DOWN : HealthStatus.UP;
    return Publishers.just(HealthResult.builder("taking-requests", status).build());
  }
}
