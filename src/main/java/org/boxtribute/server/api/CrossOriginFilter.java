package org.boxtribute.server.api;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers which web pages may call the APIs. Micronaut's own cross-origin support has one
 * set of rules for all paths and refuses requests of other origins, which the clients do not know.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CrossOriginFilter {
  private final CrossOriginRules rules;
  private final boolean anyHeader;

  CrossOriginFilter(CrossOriginRules rules, ApiConfiguration configuration) {
    this.rules = rules;
    this.anyHeader = configuration.inDevelopment();
  }

  /** Answers the question that browsers ask before they send a page's request. */
  @RequestFilter
  @Nullable HttpResponse<?> answerOptions(HttpRequest<?> request) {
    CrossOriginRule rule = rules.of(request.getPath()).orElse(null);
    if (rule == null || request.getMethod() != HttpMethod.OPTIONS) {
      return null;
    }
    MutableHttpResponse<?> response =
        HttpResponse.ok().header(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS, POST");
    rule.apply(request, response, anyHeader);
    return response;
  }

  /** Every other answer passes here, errors included. */
  @ResponseFilter
  void addHeaders(HttpRequest<?> request, MutableHttpResponse<?> response) {
    rules.of(request.getPath()).ifPresent(rule -> rule.apply(request, response, anyHeader));
  }
}
