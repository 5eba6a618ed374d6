package org.boxtribute.server.tag;

import static org.boxtribute.server.security.Permission.TAG_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.MutationBinding;

/** The root mutation fields about tags. */
@Singleton
final class TagMutations implements FieldBindings {
  private final TagService service;

  TagMutations(TagService service) {
    this.service = service;
  }

  @Override
  public void bind(Bindings bindings) {
    MutationBinding mutation = bindings.mutation();
    mutation
        .write("createTag", "creationInput", TagCreation::from, service::create)
        .guardedBy(requires(TAG_WRITE).inBase(input -> input.requiredInteger("baseId")));
    mutation
        .write("updateTag", "updateInput", TagUpdate::from, service::update)
        .guardedBy(requires(TAG_WRITE).anywhere());
    mutation
        .write("deleteTag", arguments -> arguments.id("id"), service::delete)
        .guardedBy(requires(TAG_WRITE).anywhere());
    mutation
        .write("deleteTags", arguments -> arguments.requiredIntegers("ids"), service::deleteAll)
        .guardedBy(requires(TAG_WRITE).anywhere());
  }
}
