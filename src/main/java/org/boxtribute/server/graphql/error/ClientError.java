package org.boxtribute.server.graphql.error;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error of the response. Its description is told twice: as the message, which front-ends show to
 * people, and among the extensions, where they have always looked for it.
 *
 * @param details further entries of the extensions
 * @param locations where in the document; empty if it is about the whole request
 * @param path the place of the response, null if it is about the whole request
 */
public record ClientError(
    ErrorCode code,
    String description,
    Map<String, Object> details,
    List<SourceLocation> locations,
    @Nullable List<Object> path)
    implements GraphQLError {
  private static final long serialVersionUID = 1L;

  /** An error about the whole request. */
  public static ClientError of(ErrorCode code, String description) {
    return new ClientError(code, description, Map.of(), List.of(), null);
  }

  /** An error about the whole request, and a place in its document. */
  public static ClientError of(
      ErrorCode code, String description, @Nullable SourceLocation location) {
    return of(code, description).at(null, location);
  }

  /** What graphql-java found, with a code of ours. */
  static ClientError of(ErrorCode code, String description, GraphQLError found) {
    List<SourceLocation> locations = found.getLocations();
    return new ClientError(
        code, description, Map.of(), locations == null ? List.of() : locations, found.getPath());
  }

  /** This error at a place of the response. */
  ClientError at(@Nullable ResultPath path, @Nullable SourceLocation location) {
    return new ClientError(
        code,
        description,
        details,
        location == null ? List.of() : List.of(location),
        path == null ? null : path.toList());
  }

  /** This error with further entries of the extensions. */
  ClientError with(Map<String, Object> furtherDetails) {
    return new ClientError(code, description, furtherDetails, locations, path);
  }

  @Override
  public String getMessage() {
    return description;
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
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", code.name());
    extensions.put("description", description);
    extensions.putAll(details);
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
    specification.put("extensions", getExtensions());
    return specification;
  }
}
