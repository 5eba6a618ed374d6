package org.boxtribute.server.api;

import io.micronaut.context.annotation.Requires;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Makes the last answers on connections: those to requests that the endpoints do not get. */
@Singleton
@Requires(classes = FullHttpResponse.class)
final class LastAnswers {

  /** A server that ends is replaced within a few seconds, if at all. */
  static final String RETRY_AFTER_SECONDS = "5";

  private final ErrorBodies bodies;
  private final CrossOriginRules crossOrigin;

  LastAnswers(ErrorBodies bodies, CrossOriginRules crossOrigin) {
    this.bodies = bodies;
    this.crossOrigin = crossOrigin;
  }

  /**
   * An answer that ends its connection.
   *
   * @param request what is refused; null if it could not be decoded
   */
  FullHttpResponse of(HttpResponseStatus status, @Nullable HttpRequest request) {
    byte[] body = bodies.bytes(status.code(), ErrorBodies.message(status.code()));
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    if (status.equals(HttpResponseStatus.SERVICE_UNAVAILABLE)) {
      response.headers().set(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    if (request != null) {
      crossOrigin
          .headers(pathOf(request), request.headers().get(HttpHeaderNames.ORIGIN))
          .forEach((name, value) -> response.headers().set(name, value));
    }
    return response;
  }

  /** The path alone, for parameters may hold what is in no log and no rule. */
  static String pathOf(HttpRequest request) {
    return request.uri().split("\\?", 2)[0];
  }
}
