package org.boxtribute.server.graphql.execution;

import graphql.GraphQLError;
import graphql.SerializationError;
import graphql.TypeMismatchError;
import graphql.UnresolvedTypeError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.execution.NonNullableFieldWasNullException;
import graphql.execution.ResultPath;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a response in which something failed: makes the errors, one for each place, lets
 * null rise from where it must not stand to the nearest place where it may, and leaves the values
 * that the response shows. A null that rises has one error, however many values below it failed.
 */
final class Settlement {
  private final Environments environments;
  private final DataFetcherExceptionHandler exceptionHandler;
  private final List<GraphQLError> errors = new ArrayList<>();
  private final Set<ResultPath> places = new HashSet<>();

  Settlement(Environments environments, DataFetcherExceptionHandler exceptionHandler) {
    this.environments = environments;
    this.exceptionHandler = exceptionHandler;
  }

  /** The errors so far. */
  List<GraphQLError> errors() {
    return errors;
  }

  /** Settles the response, or the part of it below an object. */
  void settle(ResultObject root) {
    settle(root, root.path());
    clear(root);
  }

  /** Puts what is shown in the place of what failed, once all places have been visited. */
  private static void clear(Container container) {
    container.markClean();
    for (int at = 0; at < container.size(); at++) {
      Object shown = Container.shown(container.completed(at));
      container.complete(at, shown);
      if (shown instanceof Container below && !below.isClean()) {
        clear(below);
      }
    }
  }

  private void settle(ResultObject object, ResultPath place) {
    FieldPlan[] fields = object.plan().fields();
    Parts parts = new Parts(object, place);
    for (int at = 0; at < fields.length; at++) {
      parts.settle(at, fields[at].type());
    }
    parts.end();
  }

  private void settle(ResultList list, GraphQLType itemType, ResultPath place) {
    Parts parts = new Parts(list, place);
    for (int at = 0; at < list.size(); at++) {
      parts.settle(at, itemType);
    }
    parts.end();
  }

  /** Settles one value, and tells whether nothing failed in it. */
  private boolean settle(Container container, int at, GraphQLType type, ResultPath place) {
    Object value = container.completed(at);
    if (value instanceof Container below && below.isClean()) {
      return true;
    }
    return settle(value, container, at, type, place);
  }

  /** The values of a container at one place, settled one after the other. */
  private final class Parts {
    private final Container container;
    private final ResultPath place;
    private boolean clean = true;
    private boolean broken;

    Parts(Container container, ResultPath place) {
      this.container = container;
      this.place = place;
    }

    /** Once null rises from here, no other value from which it would rise is looked at. */
    void settle(int at, GraphQLType type) {
      boolean nonNull = GraphQLTypeUtil.isNonNull(type);
      if (broken && nonNull) {
        return;
      }
      if (Settlement.this.settle(container, at, type, place)) {
        return;
      }
      clean = false;
      if (nonNull && Container.shown(container.completed(at)) == null) {
        container.breakUp();
        broken = true;
      }
    }

    void end() {
      if (clean) {
        container.markClean();
      }
    }
  }

  private boolean settle(
      @Nullable Object value, Container container, int at, GraphQLType type, ResultPath place) {
    switch (value) {
      case Failure.Reported reported -> {
        reported.errors().forEach(this::add);
        settle(reported.value(), container, at, type, place);
        return false;
      }
      case Failure.Unexplained failure -> {
        report(failure, container, at, container.path(place, at));
        return false;
      }
      case ResultObject object -> {
        settle(object, container.path(place, at));
        return object.isClean();
      }
      case ResultList list -> {
        GraphQLList listType = (GraphQLList) GraphQLTypeUtil.unwrapNonNull(type);
        settle(list, listType.getWrappedType(), container.path(place, at));
        return list.isClean();
      }
      case null, default -> {
        return true;
      }
    }
  }

  private void report(Failure.Unexplained failure, Container container, int at, ResultPath path) {
    switch (failure) {
      case Failure.Thrown thrown -> reportThrown(thrown.cause(), container, at, path);
      case Failure.NullInNonNull unexpected -> reportNull(container, at, path);
      case Failure.NotSerializable unknown -> add(new SerializationError(path, unknown.cause()));
      case Failure.NoList mismatch -> add(new TypeMismatchError(path, mismatch.type()));
      case Failure.UnresolvedType unresolved ->
          add(new UnresolvedTypeError(path, StepInfos.of(container, at, path), unresolved.cause()));
    }
  }

  /** Where an error tells already why there is no value, another one would tell nothing. */
  private void reportNull(Container container, int at, ResultPath path) {
    if (!places.contains(path)) {
      add(
          new NonNullableFieldWasNullError(
              new NonNullableFieldWasNullException(StepInfos.of(container, at, path), path)));
    }
  }

  private void add(GraphQLError error) {
    errors.add(error);
    if (error.getPath() != null) {
      places.add(ResultPath.fromList(error.getPath()));
    }
  }

  private void reportThrown(Throwable cause, Container container, int at, ResultPath path) {
    DataFetcherExceptionHandlerParameters parameters =
        DataFetcherExceptionHandlerParameters.newExceptionParameters()
            .dataFetchingEnvironment(
                environments.environment((ResultObject) container, at, path, null))
            .exception(cause)
            .build();
    List<GraphQLError> reported = handled(exceptionHandler, parameters);
    List<GraphQLError> told =
        reported != null
            ? reported
            : new SimpleDataFetcherExceptionHandler()
                .handleException(parameters)
                .join()
                .getErrors();
    told.forEach(this::add);
  }

  private static @Nullable List<GraphQLError> handled(
      DataFetcherExceptionHandler handler, DataFetcherExceptionHandlerParameters parameters) {
    try {
      return handler.handleException(parameters).join().getErrors();
    } catch (RuntimeException brokenHandler) {
      return null;
    }
  }
}
