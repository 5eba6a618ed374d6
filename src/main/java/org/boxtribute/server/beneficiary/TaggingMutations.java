package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.jooq.Record;

/**
 * The root mutation fields that attach tags. Who may use them is decided by the tag's base, where
 * the tag is read.
 */
@Singleton
final class TaggingMutations implements FieldBindings {
  private final TaggingService service;

  TaggingMutations(TaggingService service) {
    this.service = service;
  }

  @Override
  public void bind(Bindings bindings) {
    RootBinding mutation = bindings.mutation();
    mutation.fetch("assignTag", this::assignTag);
    mutation.fetch("unassignTag", this::unassignTag);
  }

  private Record assignTag(Arguments arguments, RequestContext request) {
    return service.assign(request.user(), Tagging.from(arguments.requiredInput("assignmentInput")));
  }

  private Record unassignTag(Arguments arguments, RequestContext request) {
    return service.unassign(
        request.user(), Tagging.from(arguments.requiredInput("unassignmentInput")));
  }
}
