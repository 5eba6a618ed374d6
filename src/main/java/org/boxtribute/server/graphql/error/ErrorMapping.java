package org.boxtribute.server.graphql.error;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.boxtribute.server.security.Forbidden;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.exception.NoDataFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where a failure of a field becomes an error of the response. The client learns a
 * code and a description; what only operators may see goes to the log.
 *
 * <p>As clients know it from the reference implementation, the message of an error with a code is
 * empty.
 */
@Singleton
public final class ErrorMapping implements DataFetcherExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorMapping.class);

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters parameters) {
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(
                toError(
                    parameters.getException(),
                    parameters.getPath(),
                    parameters.getSourceLocation()))
            .build());
  }

  /** The error that a failure becomes. */
  GraphQLError toError(
      Throwable failure, @Nullable ResultPath path, @Nullable SourceLocation location) {
    return new ClientError(
        location == null ? List.of() : List.of(location),
        path == null ? null : path.toList(),
        extensions(unwrapped(failure), path));
  }

  private static Map<String, Object> extensions(Throwable failure, @Nullable ResultPath path) {
    return switch (failure) {
      case ApiException problem -> {
        Map<String, Object> extensions = extensions(problem.code(), problem.description());
        extensions.putAll(problem.details());
        yield extensions;
      }
      case Forbidden refusal -> extensions(ErrorCode.FORBIDDEN, refusal.description());
      case NoDataFoundException missing ->
          extensions(ErrorCode.BAD_USER_INPUT, "Something the request names does not exist.");
      case IntegrityConstraintViolationException violation -> {
        LOG.debug("A constraint of the database refused {}", path, violation);
        yield extensions(
            ErrorCode.BAD_USER_INPUT,
            "The request names something that does not exist, or that exists already.");
      }
      case DataAccessException broken -> {
        LOG.error("The database failed to answer {}", path, broken);
        yield extensions(ErrorCode.INTERNAL_SERVER_ERROR, "The database could not answer.");
      }
      default -> {
        LOG.error("The server failed to answer {}", path, failure);
        yield extensions(ErrorCode.INTERNAL_SERVER_ERROR, "The server could not answer.");
      }
    };
  }

  private static Map<String, Object> extensions(ErrorCode code, String description) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", code.name());
    extensions.put("description", description);
    return extensions;
  }

  /** What asynchronous fetchers throw comes in wrappers. */
  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wrapper =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapper && cause != null ? unwrapped(cause) : failure;
  }

  private record ClientError(
      List<SourceLocation> locations, @Nullable List<Object> path, Map<String, Object> extensions)
      implements GraphQLError {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      return "";
    }

    @Override
    public List<SourceLocation> getLocations() {
      return locations;
    }

    @Override
    public @Nullable List<Object> getPath() {
      return path;
    }

    @Override
    public Map<String, Object> getExtensions() {
      return extensions;
    }

    @Override
    public ErrorClassification getErrorType() {
      return ErrorType.DataFetchingException;
    }

    /** Clients know no classification beside the code, so none is told. */
    @Override
    public Map<String, Object> toSpecification() {
      Map<String, Object> specification = GraphQLError.super.toSpecification();
      specification.put("extensions", extensions);
      return specification;
    }
  }
}
