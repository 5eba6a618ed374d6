package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.ObjectBinding;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.boxtribute.server.graphql.UserError.DeletedLocationError;
import org.boxtribute.server.graphql.UserError.InvalidBaseError;
import org.boxtribute.server.graphql.UserError.ProductLocationBaseMismatchError;
import org.boxtribute.server.graphql.UserError.TagBaseMismatchError;
import org.boxtribute.server.graphql.UserError.TagTypeMismatchError;

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
    RootBinding mutation = bindings.mutation();
    mutation.fetch("createBoxes", this::createBoxes).failuresAsData();
    mutation
        .fetch("deleteBoxes", this::deleteBoxes)
        .guardedBy(requires(STOCK_WRITE).anywhere())
        .failuresAsData();
    mutation.fetch("moveBoxesToLocation", this::moveBoxesToLocation).failuresAsData();

    mutation.fetch("assignTagsToBoxes", this::assignTagsToBoxes);
    mutation.fetch("unassignTagsFromBoxes", this::unassignTagsFromBoxes);

    ObjectBinding<BoxesResult> result = bindings.object("BoxesResult", BoxesResult.class);
    result.value("updatedBoxes", BoxesResult::updatedBoxes);
    result.value("invalidBoxLabelIdentifiers", BoxesResult::invalidLabelIdentifiers);

    bindings
        .object("DeletedLocationError", DeletedLocationError.class)
        .value("name", DeletedLocationError::name);

    bindings.object("InvalidBaseError", InvalidBaseError.class).value("ids", InvalidBaseError::ids);
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

  private BoxesResult createBoxes(Arguments arguments, RequestContext request) {
    return creations.create(
        request.user(),
        arguments.requiredInputs("creationInput").stream().map(BoxBulkCreation::from).toList());
  }

  private BoxesResult deleteBoxes(Arguments arguments, RequestContext request) {
    return service.delete(request.user(), labelIdentifiers(arguments));
  }

  private BoxesResult moveBoxesToLocation(Arguments arguments, RequestContext request) {
    Arguments input = arguments.requiredInput("updateInput");
    return service.move(
        request.user(), labelIdentifiers(input), input.requiredInteger("locationId"));
  }

  private BoxesTagsResult assignTagsToBoxes(Arguments arguments, RequestContext request) {
    Arguments input = arguments.requiredInput("updateInput");
    return service.attach(request.user(), labelIdentifiers(input), tagIds(input));
  }

  private BoxesTagsResult unassignTagsFromBoxes(Arguments arguments, RequestContext request) {
    Arguments input = arguments.requiredInput("updateInput");
    return service.detach(request.user(), labelIdentifiers(input), tagIds(input));
  }

  private static List<Integer> tagIds(Arguments input) {
    return Objects.requireNonNull(input.integers("tagIds"));
  }

  private static List<String> labelIdentifiers(Arguments arguments) {
    return Objects.requireNonNull(arguments.texts("labelIdentifiers"));
  }
}
