package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.MutationBinding;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.tag.TagError.TagBaseMismatchError;
import org.boxtribute.server.tag.TagError.TagTypeMismatchError;
import org.boxtribute.server.warehouse.BoxError.DeletedLocationError;
import org.boxtribute.server.warehouse.BoxError.ProductLocationBaseMismatchError;

/** The root mutation fields about many boxes at once, and the fields of their results. */
@Singleton
final class BoxBulkMutations implements FieldBindings {
  private final BoxBulkService service;
  private final BoxBulkCreationService creations;

  BoxBulkMutations(BoxBulkService service, BoxBulkCreationService creations) {
    this.service = service;
    this.creations = creations;
  }

  @Override
  public void bind(Bindings bindings) {
    MutationBinding mutation = bindings.mutation();
    mutation.fetch("createBoxes", this::createBoxes);
    mutation.fetch("deleteBoxes", this::deleteBoxes).guardedBy(requires(STOCK_WRITE).anywhere());
    mutation.fetch("moveBoxesToLocation", this::moveBoxesToLocation);

    mutation.fetch("assignTagsToBoxes", this::assignTagsToBoxes);
    mutation.fetch("unassignTagsFromBoxes", this::unassignTagsFromBoxes);

    ObjectBinding<BoxesResult> result = bindings.object("BoxesResult", BoxesResult.class);
    result.value("updatedBoxes", BoxesResult::updatedBoxes);
    result.value("invalidBoxLabelIdentifiers", BoxesResult::invalidLabelIdentifiers);

    bindings
        .object("DeletedLocationError", DeletedLocationError.class)
        .value("name", DeletedLocationError::name);

    bindings
        .object("ProductLocationBaseMismatchError", ProductLocationBaseMismatchError.class)
        .value("_", error -> null);

    bindTagsResult(bindings);
  }

  private static void bindTagsResult(Bindings bindings) {
    ObjectBinding<BoxesTagsResult> result =
        bindings.object("BoxesTagsOperationResult", BoxesTagsResult.class);
    result.value("updatedBoxes", tagging -> tagging.boxes().updatedBoxes());
    result.value(
        "invalidBoxLabelIdentifiers", tagging -> tagging.boxes().invalidLabelIdentifiers());
    result.value("tagErrorInfo", BoxesTagsResult::tagErrors);

    ObjectBinding<TagErrorInfo> info = bindings.object("TagErrorInfo", TagErrorInfo.class);
    info.value("id", TagErrorInfo::id);
    info.value("error", TagErrorInfo::error);

    bindings.object("TagBaseMismatchError", TagBaseMismatchError.class).value("_", error -> null);
    bindings
        .object("TagTypeMismatchError", TagTypeMismatchError.class)
        .value("expectedType", TagTypeMismatchError::expectedType);
  }

  private BoxesResult createBoxes(Arguments arguments, CurrentUser user) {
    return creations.create(
        user,
        arguments.requiredInputs("creationInput").stream().map(BoxBulkCreation::from).toList());
  }

  private BoxesResult deleteBoxes(Arguments arguments, CurrentUser user) {
    return service.delete(user, labelIdentifiers(arguments));
  }

  private BoxesResult moveBoxesToLocation(Arguments arguments, CurrentUser user) {
    Arguments input = arguments.requiredInput("updateInput");
    return service.move(user, labelIdentifiers(input), input.requiredInteger("locationId"));
  }

  private BoxesTagsResult assignTagsToBoxes(Arguments arguments, CurrentUser user) {
    Arguments input = arguments.requiredInput("updateInput");
    return service.attach(user, labelIdentifiers(input), tagIds(input));
  }

  private BoxesTagsResult unassignTagsFromBoxes(Arguments arguments, CurrentUser user) {
    Arguments input = arguments.requiredInput("updateInput");
    return service.detach(user, labelIdentifiers(input), tagIds(input));
  }

  private static List<Integer> tagIds(Arguments input) {
    return Objects.requireNonNull(input.integers("tagIds"));
  }

  private static List<String> labelIdentifiers(Arguments arguments) {
    return Objects.requireNonNull(arguments.texts("labelIdentifiers"));
  }
}
