package org.boxtribute.server.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/** Gives each connection its guard. */
@Singleton
@Requires(classes = NettyServerCustomizer.class)
final class ConnectionGuards implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final HttpConfiguration configuration;
  private final ErrorBodies bodies;
  private final UnansweredRequests unansweredRequests;

  ConnectionGuards(
      HttpConfiguration configuration, ErrorBodies bodies, UnansweredRequests unansweredRequests) {
    this.configuration = configuration;
    this.bodies = bodies;
    this.unansweredRequests = unansweredRequests;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(
        new NettyServerCustomizer() {
          @Override
          public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
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
                new ConnectionGuard(configuration, bodies, unansweredRequests));
      }
    };
  }
}
