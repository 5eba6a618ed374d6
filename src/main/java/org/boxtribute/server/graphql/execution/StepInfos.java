package org.boxtribute.server.graphql.execution;

import static graphql.execution.ExecutionStepInfo.newExecutionStepInfo;

import graphql.collect.ImmutableMapWithNullValues;
import graphql.execution.ExecutionStepInfo;
import graphql.execution.ResultPath;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLOutputType;
import java.util.Objects;

/**
 * Tells where in the response a value stands, as graphql-java tells it: by a chain of step infos
 * from the value up to the root. Made on demand alone, for errors and for fetchers that ask.
 */
final class StepInfos {
  private StepInfos() {}

  /**
   * The step to a value.
   *
   * @param path the value's, which tells the place where a container occurs at several
   */
  static ExecutionStepInfo of(Container container, int at, ResultPath path) {
    ExecutionStepInfo parent = of(container, Objects.requireNonNull(path.getParent()));
    return switch (container) {
      case ResultObject object -> ofField(object.plan().fields()[at], parent, path);
      case ResultList list ->
          parent.transform(item -> item.parentInfo(parent).type(itemType(parent)).path(path));
    };
  }

  private static ExecutionStepInfo of(Container container, ResultPath path) {
    Container parent = container.parent();
    if (parent == null) {
      return newExecutionStepInfo()
          .type(((ResultObject) container).plan().type())
          .path(path)
          .build();
    }
    ExecutionStepInfo value = of(parent, container.position(), path);
    return container instanceof ResultObject object
        ? value.changeTypeWithPreservedNonNull(object.plan().type())
        : value;
  }

  private static ExecutionStepInfo ofField(
      FieldPlan field, ExecutionStepInfo parent, ResultPath path) {
    return newExecutionStepInfo()
        .type(field.type())
        .fieldDefinition(field.definition())
        .field(field.field())
        .path(path)
        .parentInfo(parent)
        .fieldContainer(field.parentType())
        .arguments(() -> ImmutableMapWithNullValues.copyOf(field.arguments()))
        .build();
  }

  private static GraphQLOutputType itemType(ExecutionStepInfo list) {
    GraphQLList type = list.getUnwrappedNonNullTypeAs();
    return (GraphQLOutputType) type.getWrappedType();
  }
}
