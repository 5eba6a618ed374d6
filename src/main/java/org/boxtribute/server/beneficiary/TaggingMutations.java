package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.MutationBinding;
import org.boxtribute.server.security.CurrentUser;
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
    MutationBinding mutation = bindings.mutation();
    mutation.fetch("assignTag", this::assignTag);
    mutation.fetch("unassignTag", this::unassignTag);
  }

  private Record assignTag(Arguments arguments, CurrentUser user) {
    return service.assign(user, Tagging.from(arguments.requiredInput("assignmentInput")));
  }

  private Record unassignTag(Arguments arguments, CurrentUser user) {
    return service.unassign(user, Tagging.from(arguments.requiredInput("unassignmentInput")));
  }
}
