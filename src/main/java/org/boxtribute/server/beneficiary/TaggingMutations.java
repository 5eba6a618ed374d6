package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.MutationBinding;

/**
 * The root mutation fields that attach tags. Which tags a user may attach is decided by the tag's
 * base, once the tag is locked.
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
    mutation
        .write("assignTag", "assignmentInput", Tagging::from, service::assign)
        .guardedBy(requires(TAG_RELATION_ASSIGN).anywhere());
    mutation
        .write("unassignTag", "unassignmentInput", Tagging::from, service::unassign)
        .guardedBy(requires(TAG_RELATION_ASSIGN).anywhere());
  }
}
