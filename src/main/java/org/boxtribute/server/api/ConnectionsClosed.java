package org.boxtribute.server.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import jakarta.inject.Singleton;
import org.boxtribute.server.api.OpenRequests.Execution;

/** A client who closes its connection does not wait any more, nor does a server that ends. */
@Singleton
@Requires(classes = NettyHttpRequest.class, notEnv = "function")
final class ConnectionsClosed implements Disconnections {
  private final OpenRequests openRequests;

  ConnectionsClosed(OpenRequests openRequests) {
    this.openRequests = openRequests;
  }

  @Override
  public Runnable whenGone(HttpRequest<?> request, boolean writes, Runnable callback) {
    Channel channel = channelOf(request);
    ChannelFutureListener listener = closed -> callback.run();
    channel.closeFuture().addListener(listener);
    Execution execution = new Execution(writes, callback, () -> refuse(channel));
    openRequests.begin(execution);
    return () -> {
      openRequests.finish(execution);
      channel.closeFuture().removeListener(listener);
    };
  }

  /** What an endpoint is given is wrapped in what reads its body. */
  private static Channel channelOf(HttpRequest<?> request) {
    return switch (request) {
      case NettyHttpRequest<?> netty -> netty.getChannelHandlerContext().channel();
      case HttpRequestWrapper<?> wrapper -> channelOf(wrapper.getDelegate());
      default -> throw new IllegalStateException("The request is on no connection");
    };
  }

  private static void refuse(Channel channel) {
    ConnectionGuard guard = channel.pipeline().get(ConnectionGuard.class);
    if (guard != null) {
      channel.eventLoop().execute(guard::giveUpUnanswered);
    }
  }
}
