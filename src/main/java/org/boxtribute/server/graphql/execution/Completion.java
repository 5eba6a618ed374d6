package org.boxtribute.server.graphql.execution;

import graphql.execution.DataFetcherResult;
import graphql.execution.ExecutionContext;
import graphql.execution.UnresolvedTypeException;
import graphql.schema.Coercing;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.util.FpKit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Turns fetched values of one field into values of the response. */
final class Completion {
  private final ExecutionContext execution;
  private final Environments environments;
  private final Run.Trouble trouble;
  private final FieldPlan field;
  private final Level next;
  private final GraphQLOutputType type;
  private @Nullable GraphQLObjectType lastType;
  private @Nullable SelectionPlan lastPlan;

  /**
   * Completes values of a field.
   *
   * @param next gets the objects below
   */
  Completion(Run run, FieldPlan field, Level next) {
    this.execution = run.execution();
    this.environments = run.environments();
    this.trouble = run.trouble();
    this.field = field;
    this.next = next;
    this.type = field.type();
  }

  /** Puts the value of the response in its place, or what stands for a failure. */
  void complete(ResultObject object, int at, @Nullable Object fetched) {
    Object value;
    try {
      value = unpacked(type, fetched, object, at, object.localContext());
    } catch (RuntimeException broken) {
      // A type resolver or a scalar that fails without saying why, or a list that does.
      value = trouble.raise(broken);
    }
    object.complete(at, value);
  }

  private @Nullable Object unpacked(
      GraphQLType valueType,
      @Nullable Object fetched,
      Container parent,
      int at,
      @Nullable Object localContext) {
    if (!(fetched instanceof DataFetcherResult<?> result)) {
      return completed(valueType, fetched, parent, at, localContext);
    }
    environments.extend(result.getExtensions());
    Object ownContext = result.getLocalContext() == null ? localContext : result.getLocalContext();
    Object value = completed(valueType, result.getData(), parent, at, ownContext);
    return result.getErrors().isEmpty()
        ? value
        : trouble.raise(new Failure.Reported(result.getErrors(), value));
  }

  private @Nullable Object completed(
      GraphQLType valueType,
      @Nullable Object fetched,
      Container parent,
      int at,
      @Nullable Object localContext) {
    Object value = execution.getValueUnboxer().unbox(fetched);
    boolean nonNull = valueType instanceof GraphQLNonNull;
    if (value == null) {
      return nonNull ? trouble.raise(Failure.NullInNonNull.INSTANCE) : null;
    }
    return switch (nonNull ? ((GraphQLNonNull) valueType).getWrappedType() : valueType) {
      case GraphQLScalarType scalar -> serialized(scalar.getCoercing(), value);
      case GraphQLEnumType enumeration -> serialized(enumeration, value);
      case GraphQLList list -> list(list, value, parent, at, localContext);
      case GraphQLType composite -> object(composite, value, parent, at, localContext);
    };
  }

  private @Nullable Object serialized(Coercing<?, ?> coercing, Object value) {
    try {
      return coercing.serialize(value, execution.getGraphQLContext(), execution.getLocale());
    } catch (CoercingSerializeException unknown) {
      return trouble.raise(new Failure.NotSerializable(unknown));
    }
  }

  private @Nullable Object serialized(GraphQLEnumType enumeration, Object value) {
    try {
      return enumeration.serialize(value, execution.getGraphQLContext(), execution.getLocale());
    } catch (CoercingSerializeException unknown) {
      return trouble.raise(new Failure.NotSerializable(unknown));
    }
  }

  private Object list(
      GraphQLList list, Object value, Container parent, int at, @Nullable Object localContext) {
    if (!FpKit.isIterable(value)) {
      return trouble.raise(new Failure.NoList(list));
    }
    Collection<?> items = FpKit.toCollection(value);
    ResultList completed = new ResultList(items.size(), parent, at);
    int index = 0;
    for (Object item : items) {
      completed.complete(
          index, unpacked(list.getWrappedType(), item, completed, index, localContext));
      index++;
    }
    return completed;
  }

  private Object object(
      GraphQLType valueType,
      Object value,
      Container parent,
      int at,
      @Nullable Object localContext) {
    GraphQLObjectType objectType;
    if (valueType instanceof GraphQLObjectType concrete) {
      objectType = concrete;
    } else {
      try {
        objectType = environments.typeOf(value, valueType, field, localContext);
      } catch (UnresolvedTypeException unresolved) {
        return trouble.raise(new Failure.UnresolvedType(unresolved));
      }
    }
    return next.add(planFor(objectType), value, localContext, parent, at);
  }

  private SelectionPlan planFor(GraphQLObjectType objectType) {
    SelectionPlan plan = lastPlan;
    if (plan == null || !objectType.equals(lastType)) {
      plan = field.below(objectType);
      lastType = objectType;
      lastPlan = plan;
    }
    return plan;
  }
}
