package org.boxtribute.server.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.boxtribute.server.graphql.execution.BlockingFetcher;
import org.boxtribute.server.graphql.execution.SelectedField;
import org.boxtribute.server.security.Forbidden;
import org.boxtribute.server.security.Requirement;
import org.jspecify.annotations.Nullable;

/** A root field: blocking code that runs on the I/O executor beside the other root fields. */
public final class RootFetcher implements DataFetcher<@Nullable Object>, BlockingFetcher {

  /** What a root field does. */
  @FunctionalInterface
  public interface Body {

    /** Answers the field, or throws an {@link ApiException} or {@link Forbidden}. */
    @Nullable Object answer(Arguments arguments, RequestContext request);
  }

  private final Body body;
  private final boolean writes;
  private final Refusals refusals;
  private @Nullable Requirement<? super Arguments> guard;
  private boolean failuresAreData;

  RootFetcher(Body body, boolean writes, Refusals refusals) {
    this.body = body;
    this.writes = writes;
    this.refusals = refusals;
  }

  /** Refuses the field where the user does not meet the rule for its arguments. */
  public RootFetcher guardedBy(Requirement<? super Arguments> requirement) {
    guard = requirement;
    return this;
  }

  /** Gives refusals and rejections as members of the field's union instead of as errors. */
  public RootFetcher failuresAsData() {
    failuresAreData = true;
    return this;
  }

  /** Answers the field on the calling thread. */
  @Nullable Object answer(Arguments arguments, RequestContext request) throws Exception {
    try {
      return request.blocking(() -> guardedAnswer(arguments, request));
    } finally {
      if (writes) {
        request.forgetLoaded();
      }
    }
  }

  @Override
  public @Nullable Object fetch(SelectedField field) throws Exception {
    return answer(Environments.arguments(field), Environments.request(field.context()));
  }

  private @Nullable Object guardedAnswer(Arguments arguments, RequestContext request) {
    try {
      if (guard != null) {
        guard.check(request.user(), arguments);
      }
      return body.answer(arguments, request);
    } catch (Forbidden refusal) {
      if (failuresAreData) {
        return refusals.asData(refusal);
      }
      throw refusal;
    } catch (Rejection rejection) {
      if (failuresAreData) {
        return rejection.error();
      }
      throw rejection;
    }
  }

  @Override
  public CompletableFuture<@Nullable Object> get(DataFetchingEnvironment environment) {
    RequestContext request = Environments.request(environment);
    Arguments arguments = Environments.arguments(environment);
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return answer(arguments, request);
          } catch (RuntimeException failure) {
            throw failure;
          } catch (Exception failure) {
            throw new CompletionException(failure);
          }
        },
        request.executor());
  }
}
