package org.boxtribute.server.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Gives each connection its guard, and closes them all in the end. */
@Singleton
@Requires(classes = NettyServerCustomizer.class)
final class ConnectionGuards implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  /** More than the time for which a connection lingers. */
  private static final int PATIENCE_SECONDS = 3;

  private final HttpConfiguration configuration;
  private final LastAnswers lastAnswers;
  private final UnansweredRequests unansweredRequests;
  private final OpenRequests openRequests;
  private final ChannelGroup listeners = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

  ConnectionGuards(
      HttpConfiguration configuration,
      LastAnswers lastAnswers,
      UnansweredRequests unansweredRequests,
      OpenRequests openRequests) {
    this.configuration = configuration;
    this.lastAnswers = lastAnswers;
    this.unansweredRequests = unansweredRequests;
    this.openRequests = openRequests;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(
        new NettyServerCustomizer() {
          @Override
          public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            if (role == ChannelRole.LISTENER) {
              listeners.add(channel);
            }
            return role == ChannelRole.CONNECTION ? guardOf(channel) : this;
          }
        });
    return registry;
  }

  private NettyServerCustomizer guardOf(Channel channel) {
    return new NettyServerCustomizer() {
      @Override
      public void onInitialPipelineBuilt() {
        channel
            .pipeline()
            .addAfter(
                ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                "connection-guard",
                new ConnectionGuard(configuration, lastAnswers, unansweredRequests, openRequests));
        connections.add(channel);
      }
    };
  }

  /** Refuses the requests that are not yet there as a whole. */
  void giveUpIncoming() {
    forEach(ConnectionGuard::giveUpIncoming);
  }

  /** Listens no more, and closes the connections; those that end already may come to their end. */
  void close() {
    listeners.close().awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
    forEach(ConnectionGuard::close);
    connections.newCloseFuture().awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void forEach(Consumer<ConnectionGuard> action) {
    for (Channel connection : connections) {
      ConnectionGuard guard = connection.pipeline().get(ConnectionGuard.class);
      if (guard != null) {
        connection.eventLoop().execute(() -> action.accept(guard));
      }
    }
  }
}
