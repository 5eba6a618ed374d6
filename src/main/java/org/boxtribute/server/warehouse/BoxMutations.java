package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;

/** The root mutation fields about single boxes. */
@Singleton
final class BoxMutations implements FieldBindings {
  private final BoxCreationService creations;
  private final BoxService service;

  BoxMutations(BoxCreationService creations, BoxService service) {
    this.creations = creations;
    this.service = service;
  }

  @Override
  public void bind(Bindings bindings) {
    RootBinding mutation = bindings.mutation();
    mutation.fetch("createBox", this::createBox);
    mutation.fetch("updateMarkedForShipmentBox", this::updateMarkedForShipmentBox);
  }

  private BoxRecord createBox(Arguments arguments, RequestContext request) {
    return creations.create(
        request.user(), BoxCreation.from(arguments.requiredInput("creationInput")));
  }

  private BoxRecord updateMarkedForShipmentBox(Arguments arguments, RequestContext request) {
    Arguments input = arguments.requiredInput("updateInput");
    return service.updateMarkedForShipment(
        request.user(), input.requiredText("labelIdentifier"), BoxAmounts.from(input));
  }
}
