package org.boxtribute.server.api;

import io.micronaut.http.HttpStatus;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that each request on a connection is answered, or else the connection is closed, so
 * that no client waits for nothing. For one connection; stands right behind the HTTP codec.
 *
 * <p>What the codec cannot decode is the last that it reads: the request is refused here, after the
 * answers to those before it, and the connection is closed. Requests that come too slowly end in
 * the same way. What follows them is dropped.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what cannot be written or closed is closed already
final class ConnectionGuard extends ChannelDuplexHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionGuard.class);

  /** A client that is still sending could not read its answer if the connection just ended. */
  private static final long LINGERING_SECONDS = 2;

  /** What is answered to the last: whether the server lives, and whether to send it requests. */
  private static final Set<String> PROBES =
      Set.of("/health", "/health/liveness", "/health/readiness");

  private final LastAnswers lastAnswers;
  private final UnansweredRequests unansweredRequests;
  private final OpenRequests openRequests;
  private final Deadline wholeRequest;
  private final Deadline answer;

  /** The oldest first; the last of them may still be coming in. */
  private final Deque<HttpRequest> unanswered = new ArrayDeque<>();

  private boolean insideRequest;
  private boolean insideAnswer;
  private boolean anythingRead;
  private boolean ending;

  /** Whether a refusal has taken the place of the answer that someone is still at work on. */
  private boolean abandoned;

  /** How many of the requests that were taken on are not finished. */
  private int open;

  private @Nullable ChannelHandlerContext ownContext;
  private @Nullable FullHttpResponse refusal;

  ConnectionGuard(
      HttpConfiguration configuration,
      LastAnswers lastAnswers,
      UnansweredRequests unansweredRequests,
      OpenRequests openRequests) {
    this.lastAnswers = lastAnswers;
    this.unansweredRequests = unansweredRequests;
    this.openRequests = openRequests;
    this.wholeRequest =
        new Deadline(
            configuration.requestTimeLimit(),
            context -> refuse(context, HttpResponseStatus.REQUEST_TIMEOUT));
    this.answer = new Deadline(configuration.answerTimeLimit(), this::giveUp);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ownContext = context;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    anythingRead = true;
    if (ending) {
      ReferenceCountUtil.release(message);
    } else if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
      ReferenceCountUtil.release(message);
      refuse(context, statusFor(part.decoderResult().cause()));
    } else if (message instanceof HttpRequest request && !isAdmitted(request)) {
      refusal = lastAnswers.of(HttpResponseStatus.SERVICE_UNAVAILABLE, request);
      ReferenceCountUtil.release(message);
      end(context);
      endIfDue(context);
    } else {
      follow(context, message);
      context.fireChannelRead(message);
    }
  }

  private boolean isAdmitted(HttpRequest request) {
    if (openRequests.take()) {
      open++;
      return true;
    }
    boolean reads =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return reads && PROBES.contains(LastAnswers.pathOf(request));
  }

  private void follow(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      unanswered.add(request);
      insideRequest = true;
    }
    if (message instanceof LastHttpContent) {
      insideRequest = false;
      wholeRequest.stop();
      awaitAnswer(context);
    }
  }

  /** Bytes without a message are the beginning of a request. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (!ending && (insideRequest || !anythingRead)) {
      wholeRequest.start(context);
    }
    anythingRead = false;
    context.fireChannelReadComplete();
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (abandoned) {
      ReferenceCountUtil.release(message);
      promise.tryFailure(new ClosedChannelException());
      return;
    }
    if (message instanceof HttpResponse response) {
      if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
        context.write(message, promise);
        return;
      }
      insideAnswer = true;
      answer.stop();
      announceEnd(context, response);
    }
    if (!(message instanceof LastHttpContent)) {
      context.write(message, promise);
    } else {
      context.write(message, promise.unvoid().addListener(sent -> finish()));
      insideAnswer = false;
      unanswered.poll();
      awaitAnswer(context);
      endIfDue(context);
    }
  }

  /** Also where it is not this connection alone that ends, but the server. */
  private void announceEnd(ChannelHandlerContext context, HttpResponse response) {
    if (refusal != null || unanswered.size() != 1) {
      return;
    }
    if (openRequests.isClosed()) {
      end(context);
    }
    if (ending) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
  }

  private void awaitAnswer(ChannelHandlerContext context) {
    int complete = insideRequest ? unanswered.size() - 1 : unanswered.size();
    if (complete > 0 && !insideAnswer) {
      answer.start(context);
    }
  }

  /** A request that others know of already is refused by them, else it is done here. */
  private void refuse(ChannelHandlerContext context, HttpResponseStatus status) {
    boolean passedOn = insideRequest;
    end(context);
    if (!passedOn) {
      refusal = lastAnswers.of(status, null);
    } else if (!unanswered.isEmpty()) {
      context.fireExceptionCaught(
          new BadRequest(HttpStatus.valueOf(status.code()), ErrorBodies.message(status.code())));
      return;
    }
    endIfDue(context);
  }

  /** Nothing more is read. */
  private void end(ChannelHandlerContext context) {
    ending = true;
    context.channel().config().setAutoRead(true);
    insideRequest = false;
    wholeRequest.stop();
    awaitAnswer(context);
  }

  /** Refuses a request of which a part has not come in. */
  void giveUpIncoming() {
    if (insideRequest && !ending && ownContext != null) {
      refuse(ownContext, HttpResponseStatus.SERVICE_UNAVAILABLE);
    }
  }

  /**
   * Refuses a request although someone is at work on it, and drops what that comes to. Does nothing
   * where the answer has begun, or further requests wait for theirs.
   */
  void giveUpUnanswered() {
    HttpRequest request = unanswered.peek();
    if (request == null || insideAnswer || unanswered.size() > 1 || ownContext == null) {
      return;
    }
    end(ownContext);
    answer.stop();
    unanswered.clear();
    refusal = lastAnswers.of(HttpResponseStatus.SERVICE_UNAVAILABLE, request);
    endIfDue(ownContext);
    abandoned = true;
  }

  /** Closes the connection, unless its end is under way. */
  void close() {
    boolean lingers = ending && unanswered.isEmpty();
    if (!lingers && ownContext != null) {
      ownContext.close();
    }
  }

  private void endIfDue(ChannelHandlerContext context) {
    if (ending && unanswered.isEmpty()) {
      Object last = refusal == null ? Unpooled.EMPTY_BUFFER : refusal;
      refusal = null;
      context
          .writeAndFlush(last)
          .addListener((ChannelFutureListener) written -> linger(written.channel()));
    }
  }

  private static void linger(Channel channel) {
    if (channel instanceof DuplexChannel connection) {
      connection.shutdownOutput();
    }
    channel.eventLoop().schedule(() -> channel.close(), LINGERING_SECONDS, TimeUnit.SECONDS);
  }

  private void giveUp(ChannelHandlerContext context) {
    HttpRequest request = unanswered.peek();
    if (request != null) {
      LOG.error("Not answered in time: {} {}", request.method(), LastAnswers.pathOf(request));
      unansweredRequests.add();
    }
    context.close();
  }

  private static HttpResponseStatus statusFor(Throwable failure) {
    return switch (failure) {
      case TooLongHttpHeaderException _ -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
      case TooLongHttpLineException _ -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
      default -> HttpResponseStatus.BAD_REQUEST;
    };
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    wholeRequest.stop();
    answer.stop();
    ReferenceCountUtil.release(refusal);
    openRequests.finish(open);
    open = 0;
  }

  private void finish() {
    if (open > 0) {
      open--;
      openRequests.finish(1);
    }
  }
}
