package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.boxtribute.server.graphql.UserError.DeletedBoxError;
import org.boxtribute.server.graphql.UserError.InvalidBoxStateError;
import org.boxtribute.server.graphql.UserError.InvalidNumberOfItemsError;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;

/** The root mutation fields about single boxes. */
@Singleton
final class BoxMutations implements FieldBindings {
  private final BoxCreationService creations;
  private final BoxUpdateService updates;
  private final BoxSplitService splits;

  BoxMutations(BoxCreationService creations, BoxUpdateService updates, BoxSplitService splits) {
    this.creations = creations;
    this.updates = updates;
    this.splits = splits;
  }

  @Override
  public void bind(Bindings bindings) {
    RootBinding mutation = bindings.mutation();
    mutation.fetch("createBox", this::createBox);
    mutation.fetch("createBoxFromBox", this::createBoxFromBox).failuresAsData();
    mutation.fetch("updateBox", this::updateBox);
    mutation.fetch("updateMarkedForShipmentBox", this::updateMarkedForShipmentBox);

    bindings
        .object("DeletedBoxError", DeletedBoxError.class)
        .value("labelIdentifier", DeletedBoxError::labelIdentifier);
    bindings
        .object("InvalidBoxStateError", InvalidBoxStateError.class)
        .value("state", InvalidBoxStateError::state);
    bindings
        .object("InvalidNumberOfItemsError", InvalidNumberOfItemsError.class)
        .value("numberOfItems", InvalidNumberOfItemsError::numberOfItems);
  }

  private BoxRecord createBox(Arguments arguments, RequestContext request) {
    return creations.create(
        request.user(), BoxCreation.from(arguments.requiredInput("creationInput")));
  }

  private BoxRecord createBoxFromBox(Arguments arguments, RequestContext request) {
    return splits.split(request.user(), BoxSplit.from(arguments.requiredInput("creationInput")));
  }

  private BoxRecord updateBox(Arguments arguments, RequestContext request) {
    return updates.update(request.user(), BoxUpdate.from(arguments.requiredInput("updateInput")));
  }

  private BoxRecord updateMarkedForShipmentBox(Arguments arguments, RequestContext request) {
    Arguments input = arguments.requiredInput("updateInput");
    return updates.updateMarkedForShipment(
        request.user(), input.requiredText("labelIdentifier"), BoxAmounts.from(input));
  }
}
