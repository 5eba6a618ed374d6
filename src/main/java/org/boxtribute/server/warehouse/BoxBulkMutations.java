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

/** The root mutation fields about many boxes at once, and the fields of their results. */
@Singleton
final class BoxBulkMutations implements FieldBindings {
  private final BoxBulkService service;

  BoxBulkMutations(BoxBulkService service) {
    this.service = service;
  }

  @Override
  public void bind(Bindings bindings) {
    RootBinding mutation = bindings.mutation();
    mutation
        .fetch("deleteBoxes", this::deleteBoxes)
        .guardedBy(requires(STOCK_WRITE).anywhere())
        .failuresAsData();
    mutation.fetch("moveBoxesToLocation", this::moveBoxesToLocation).failuresAsData();

    ObjectBinding<BoxesResult> result = bindings.object("BoxesResult", BoxesResult.class);
    result.value("updatedBoxes", BoxesResult::updatedBoxes);
    result.value("invalidBoxLabelIdentifiers", BoxesResult::invalidLabelIdentifiers);

    bindings
        .object("DeletedLocationError", DeletedLocationError.class)
        .value("name", DeletedLocationError::name);
  }

  private BoxesResult deleteBoxes(Arguments arguments, RequestContext request) {
    return service.delete(request.user(), labelIdentifiers(arguments));
  }

  private BoxesResult moveBoxesToLocation(Arguments arguments, RequestContext request) {
    Arguments input = arguments.requiredInput("updateInput");
    return service.move(
        request.user(), labelIdentifiers(input), input.requiredInteger("locationId"));
  }

  private static List<String> labelIdentifiers(Arguments arguments) {
    return Objects.requireNonNull(arguments.texts("labelIdentifiers"));
  }
}
