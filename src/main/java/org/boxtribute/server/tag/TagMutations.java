package org.boxtribute.server.tag;

import static org.boxtribute.server.security.Permission.TAG_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.MutationBinding;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.CurrentUser;

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
        .fetch("createTag", this::createTag)
        .guardedBy(requires(TAG_WRITE).inBase(TagMutations::baseOfCreation));
    mutation.fetch("updateTag", this::updateTag);
    mutation.fetch("deleteTag", this::deleteTag);
    mutation.fetch("deleteTags", this::deleteTags).guardedBy(requires(TAG_WRITE).anywhere());
  }

  private static int baseOfCreation(Arguments arguments) {
    return arguments.requiredInput("creationInput").requiredInteger("baseId");
  }

  private TagRecord createTag(Arguments arguments, CurrentUser user) {
    return service.create(user, TagCreation.from(arguments.requiredInput("creationInput")));
  }

  private TagRecord updateTag(Arguments arguments, CurrentUser user) {
    return service.update(user, TagUpdate.from(arguments.requiredInput("updateInput")));
  }

  private TagRecord deleteTag(Arguments arguments, CurrentUser user) {
    return service.delete(user, arguments.id("id"));
  }

  private TagsResult deleteTags(Arguments arguments, CurrentUser user) {
    List<Integer> ids = Objects.requireNonNull(arguments.integers("ids"));
    return service.delete(user, ids);
  }
}
