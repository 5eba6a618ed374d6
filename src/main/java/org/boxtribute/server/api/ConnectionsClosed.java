package org.boxtribute.server.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import jakarta.inject.Singleton;

/** A client who closes its connection does not wait any more. */
@Singleton
@Requires(classes = NettyHttpRequest.class, notEnv = "function")
final class ConnectionsClosed implements Disconnections {

  @Override
  public Runnable whenGone(HttpRequest<?> request, Runnable callback) {
    if (!(request instanceof NettyHttpRequest<?> netty)) {
      return () -> {};
    }
    ChannelFuture closing = netty.getChannelHandlerContext().channel().closeFuture();
    ChannelFutureListener listener = closed -> callback.run();
    closing.addListener(listener);
    return () -> closing.removeListener(listener);
  }
}
