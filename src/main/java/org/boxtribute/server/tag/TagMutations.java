package org.boxtribute.server.tag;

import static org.boxtribute.server.security.Permission.TAG_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;

/** The root mutation fields about tags. */
@Singleton
final class TagMutations implements FieldBindings {
  private final TagService service;

  TagMutations(TagService service) {
    this.service = service;
  }

  @Override
  public void bind(Bindings bindings) {
    RootBinding mutation = bindings.mutation();
    mutation
        .fetch("createTag", this::createTag)
        .guardedBy(requires(TAG_WRITE).inBase(TagMutations::baseOfCreation))
        .failuresAsData();
    mutation.fetch("updateTag", this::updateTag).failuresAsData();
    mutation.fetch("deleteTag", this::deleteTag).failuresAsData();
    mutation
        .fetch("deleteTags", this::deleteTags)
        .guardedBy(requires(TAG_WRITE).anywhere())
        .failuresAsData();
  }

  private static int baseOfCreation(Arguments arguments) {
    return arguments.requiredInput("creationInput").requiredInteger("baseId");
  }

  private TagRecord createTag(Arguments arguments, RequestContext request) {
    return service.create(
        request.user(), TagCreation.from(arguments.requiredInput("creationInput")));
  }

  private TagRecord updateTag(Arguments arguments, RequestContext request) {
    return service.update(request.user(), TagUpdate.from(arguments.requiredInput("updateInput")));
  }

  private TagRecord deleteTag(Arguments arguments, RequestContext request) {
    return service.delete(request.user(), arguments.id("id"));
  }

  private TagsResult deleteTags(Arguments arguments, RequestContext request) {
    List<Integer> ids = Objects.requireNonNull(arguments.integers("ids"));
    return service.delete(request.user(), ids);
  }
}
