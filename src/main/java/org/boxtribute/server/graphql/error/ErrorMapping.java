package org.boxtribute.server.graphql.error;

import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import graphql.SerializationError;
import graphql.execution.AbortExecutionException;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.ResultPath;
import graphql.introspection.IntrospectionDisabledError;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorClassification;
import graphql.validation.ValidationErrorType;
import jakarta.inject.Singleton;
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
 * The one place where a failure becomes an error of the response, with a code and words for the
 * client. What only operators may see goes to the log.
 */
@Singleton
public final class ErrorMapping implements DataFetcherExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorMapping.class);
  private static final String NO_ANSWER = "The server could not answer.";

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

  /** The error that the failure of a field becomes. */
  ClientError toError(
      Throwable failure, @Nullable ResultPath path, @Nullable SourceLocation location) {
    return toError(unwrapped(failure), path).at(path, location);
  }

  private static ClientError toError(Throwable failure, @Nullable ResultPath path) {
    return switch (failure) {
      case ApiException problem ->
          ClientError.of(problem.code(), problem.description()).with(problem.details());
      case Forbidden refusal -> ClientError.of(ErrorCode.FORBIDDEN, refusal.description());
      case NoDataFoundException missing ->
          ClientError.of(ErrorCode.BAD_USER_INPUT, "Something the request names does not exist.");
      case IntegrityConstraintViolationException violation -> {
        LOG.debug("A constraint of the database refused {}", path, violation);
        yield ClientError.of(
            ErrorCode.BAD_USER_INPUT,
            "The request names something that does not exist, or that exists already.");
      }
      case DataAccessException broken -> {
        LOG.error("The database failed to answer {}", path, broken);
        yield ClientError.of(ErrorCode.INTERNAL_SERVER_ERROR, "The database could not answer.");
      }
      default -> {
        LOG.error("The server failed to answer {}", path, failure);
        yield ClientError.of(ErrorCode.INTERNAL_SERVER_ERROR, NO_ANSWER);
      }
    };
  }

  /** What clients are told where graphql-java itself found a fault. */
  public GraphQLError toldOf(GraphQLError found) {
    return switch (found) {
      case ClientError told -> told;
      case InvalidSyntaxError fault ->
          ClientError.of(ErrorCode.GRAPHQL_PARSE_FAILED, fault.getMessage(), fault);
      case ValidationError fault -> ClientError.of(codeOf(fault), fault.getMessage(), fault);
      case IntrospectionDisabledError fault ->
          ClientError.of(
              ErrorCode.INTROSPECTION_DISABLED, "The schema cannot be asked for here.", fault);
      case AbortExecutionException fault ->
          ClientError.of(
              ErrorCode.TIME_LIMIT_EXCEEDED,
              "The operation took too long and was ended before its answer was there.",
              fault);
      case SerializationError misfit -> {
        LOG.warn("{} has a value that its type cannot tell", misfit.getPath());
        yield ClientError.of(
            ErrorCode.VALUE_NOT_REPRESENTABLE,
            "The value does not fit the type of the field, as a number that is too large.",
            misfit);
      }
      default -> {
        LOG.error("The server failed to answer: {}", found);
        yield ClientError.of(ErrorCode.INTERNAL_SERVER_ERROR, NO_ANSWER, found);
      }
    };
  }

  private static ErrorCode codeOf(ValidationError fault) {
    ValidationErrorClassification kind = fault.getValidationErrorType();
    if (kind == ValidationErrorType.MaxQueryDepthExceeded) {
      return ErrorCode.OPERATION_TOO_DEEP;
    }
    return kind == ValidationErrorType.MaxQueryFieldsExceeded
        ? ErrorCode.OPERATION_TOO_LARGE
        : ErrorCode.GRAPHQL_VALIDATION_FAILED;
  }

  /** What asynchronous fetchers throw comes in wrappers. */
  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wrapper =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapper && cause != null ? unwrapped(cause) : failure;
  }
}
