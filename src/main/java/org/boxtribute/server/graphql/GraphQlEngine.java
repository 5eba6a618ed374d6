package org.boxtribute.server.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import io.micronaut.configuration.graphql.GraphQLInvocationData;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.boxtribute.server.graphql.document.DocumentLimits;
import org.boxtribute.server.graphql.document.DocumentSource;
import org.boxtribute.server.graphql.document.Documents;
import org.boxtribute.server.graphql.document.DocumentsConfiguration;
import org.boxtribute.server.graphql.document.RootFields;
import org.boxtribute.server.graphql.document.TrustedDocuments;
import org.boxtribute.server.graphql.document.Variables;
import org.boxtribute.server.graphql.error.ClientError;
import org.boxtribute.server.graphql.error.ErrorCode;
import org.boxtribute.server.graphql.error.ErrorMapping;
import org.boxtribute.server.graphql.schema.Api;
import org.boxtribute.server.graphql.schema.Schemas;
import org.boxtribute.server.security.BetaLevels;
import org.boxtribute.server.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/**
 * Executes requests. To be called on the I/O executor: it blocks until the whole answer is there.
 */
@Singleton
public final class GraphQlEngine {
  private final Map<Api, ExecutableApi> apis = new ConcurrentHashMap<>();
  private final Schemas schemas;
  private final Strategies strategies;
  private final DocumentLimits limits;
  private final DocumentsConfiguration documentsConfiguration;
  private final TrustedDocuments trusted;
  private final ErrorMapping errorMapping;
  private final GraphQlConfiguration configuration;
  private final ExecutorService executor;
  private final ScheduledExecutorService scheduler;

  GraphQlEngine(
      Schemas schemas,
      Strategies strategies,
      GraphQlConfiguration configuration,
      DocumentLimits limits,
      DocumentsConfiguration documentsConfiguration,
      TrustedDocuments trusted,
      ErrorMapping errorMapping,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor,
      @Named(TaskExecutors.SCHEDULED) ExecutorService scheduler) {
    this.scheduler = (ScheduledExecutorService) scheduler;
    this.schemas = schemas;
    this.errorMapping = errorMapping;
    this.configuration = configuration;
    this.executor = executor;
    this.strategies = strategies;
    this.limits = limits;
    this.documentsConfiguration = documentsConfiguration;
    this.trusted = trusted;
  }

  /**
   * Makes the APIs ready that a server has, which their first requests would else wait for.
   *
   * @throws org.boxtribute.server.graphql.document.ManifestFault if none of them can execute a
   *     trusted document
   */
  public void prepare(Set<Api> served) {
    trusted.requireValid(served.stream().sorted().map(api -> executable(api).documents()).toList());
  }

  private ExecutableApi executable(Api api) {
    return apis.computeIfAbsent(
        api,
        missing ->
            ExecutableApi.of(
                schemas.of(missing),
                strategies,
                new Documents(schemas.of(missing), limits, trusted),
                trusted,
                documentsConfiguration));
  }

  /**
   * Tells when nobody waits for the answer to a request any more: the client has gone away, or the
   * server ends.
   */
  @FunctionalInterface
  public interface Disconnection {

    /**
     * Calls back, on any thread, when the execution that begins here is to end early.
     *
     * @param writes whether it is a mutation
     * @return what is to be called when the execution is over
     */
    Runnable whenGone(boolean writes, Runnable callback);
  }

  /**
   * Executes a request.
   *
   * @param introspection whether the client may ask for the schema
   * @param disconnection tells when the answer is of no use any more, which ends the execution
   * @return the answer; its result has no {@code data} unless the request was executed
   */
  public GraphQlAnswer execute(
      Api api,
      GraphQlRequest asked,
      CurrentUser user,
      boolean introspection,
      Disconnection disconnection) {
    ExecutableApi executable = executable(api);
    return switch (executable.source().find(asked.document())) {
      case DocumentSource.Result.Unknown(ClientError error) ->
          refused(GraphQlAnswer.Stage.REQUEST, List.of(error));
      case DocumentSource.Result.Refused(ClientError error) ->
          refused(GraphQlAnswer.Stage.DOCUMENT, List.of(error));
      case DocumentSource.Result.Found found ->
          execute(executable, found, asked.invocation(), user, introspection, disconnection);
    };
  }

  private GraphQlAnswer execute(
      ExecutableApi executable,
      DocumentSource.Result.Found found,
      GraphQLInvocationData invocation,
      CurrentUser user,
      boolean introspection,
      Disconnection disconnection) {
    PreparsedDocumentEntry prepared = found.document();
    Document document = prepared.getDocument();
    if (document == null || prepared.hasErrors()) {
      return refused(GraphQlAnswer.Stage.DOCUMENT, prepared.getErrors());
    }
    List<OperationDefinition> operations = operations(document, invocation.getOperationName());
    if (!allowedByBetaLevel(operations, document, user)) {
      return refused(
          GraphQlAnswer.Stage.DOCUMENT,
          List.of(
              ClientError.of(
                  ErrorCode.FORBIDDEN, "The user's beta level is too low for this mutation.")));
    }
    if (operations.size() != 1) {
      return refused(
          GraphQlAnswer.Stage.REQUEST,
          List.of(
              ClientError.of(
                  ErrorCode.OPERATION_RESOLUTION_FAILURE,
                  "The document has no operation of the given name,"
                      + " or several and none was named.")));
    }
    List<GraphQLError> faults =
        Variables.faults(
            executable.schema(), document, operations.getFirst(), invocation.getVariables());
    if (!faults.isEmpty()) {
      return refused(GraphQlAnswer.Stage.REQUEST, faults);
    }
    RequestContext request =
        new RequestContext(user, prepared, executor, configuration.maxConnections());
    ExecutionInput input =
        ExecutionInput.newExecutionInput(found.text())
            .operationName(invocation.getOperationName())
            .variables(invocation.getVariables())
            .dataLoaderRegistry(request.dataLoaders().registry())
            .graphQLContext(
                context -> {
                  request.putInto(context);
                  context.put(Introspection.INTROSPECTION_DISABLED, !introspection);
                })
            .build();
    boolean writes = operations.getFirst().getOperation() == OperationDefinition.Operation.MUTATION;
    Runnable stopWatching = disconnection.whenGone(writes, input::cancel);
    ScheduledFuture<?> timeout =
        scheduler.schedule(
            input::cancel, configuration.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
    try {
      ExecutionResult result = executable.engine().execute(input);
      return new GraphQlAnswer(told(withData(result)), GraphQlAnswer.Stage.EXECUTION);
    } finally {
      timeout.cancel(false);
      stopWatching.run();
    }
  }

  private GraphQlAnswer refused(GraphQlAnswer.Stage stage, List<? extends GraphQLError> errors) {
    return new GraphQlAnswer(
        told(ExecutionResultImpl.newExecutionResult().errors(List.copyOf(errors)).build()), stage);
  }

  /** What is told of faults that graphql-java found is ours to say. */
  private ExecutionResult told(ExecutionResult result) {
    List<GraphQLError> errors = result.getErrors();
    return errors.isEmpty()
        ? result
        : result.transform(
            builder -> builder.errors(errors.stream().map(errorMapping::toldOf).toList()));
  }

  /** A request that was executed has data, be it null. */
  private static ExecutionResult withData(ExecutionResult result) {
    return result.isDataPresent() ? result : result.transform(builder -> builder.data(null));
  }

  /** The operations that a request may mean: one, or it cannot be executed. */
  private static List<OperationDefinition> operations(Document document, @Nullable String name) {
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .filter(operation -> name == null || name.equals(operation.getName()))
        .toList();
  }

  private static boolean allowedByBetaLevel(
      List<OperationDefinition> operations, Document document, CurrentUser user) {
    return operations.stream()
        .filter(operation -> operation.getOperation() == OperationDefinition.Operation.MUTATION)
        .allMatch(operation -> BetaLevels.allows(user, RootFields.of(operation, document)));
  }
}
