package org.boxtribute.server.graphql.binding;

import java.util.Set;
import org.boxtribute.server.graphql.error.Refusals;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.graphql.error.UserError;
import org.boxtribute.server.graphql.execution.BlockingFetcher;
import org.boxtribute.server.graphql.execution.SelectedField;
import org.boxtribute.server.security.Forbidden;
import org.jspecify.annotations.Nullable;

/**
 * A root field whose type is a union: refusals and rejections that the union has a member for are
 * values of it instead of errors.
 *
 * @param members the names of the union's members
 */
public record FailuresAsData(BlockingFetcher fetcher, Refusals refusals, Set<String> members)
    implements BlockingFetcher {

  @Override
  public @Nullable Object fetch(SelectedField field) throws Exception {
    try {
      return fetcher.fetch(field);
    } catch (Forbidden refusal) {
      UserError error = RequestValues.budget(field.context()).spend(() -> refusals.asData(refusal));
      if (members.contains(error.typeName())) {
        return error;
      }
      throw refusal;
    } catch (Rejection rejection) {
      if (members.contains(rejection.error().typeName())) {
        return rejection.error();
      }
      throw rejection;
    }
  }
}
