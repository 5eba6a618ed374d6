package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.MutationBinding;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.warehouse.BoxError.DeletedBoxError;
import org.boxtribute.server.warehouse.BoxError.InvalidBoxStateError;
import org.boxtribute.server.warehouse.BoxError.InvalidNumberOfItemsError;

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
    MutationBinding mutation = bindings.mutation();
    mutation.fetch("createBox", this::createBox);
    mutation.fetch("createBoxFromBox", this::createBoxFromBox);
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

  private BoxRecord createBox(Arguments arguments, CurrentUser user) {
    return creations.create(user, BoxCreation.from(arguments.requiredInput("creationInput")));
  }

  private BoxRecord createBoxFromBox(Arguments arguments, CurrentUser user) {
    return splits.split(user, BoxSplit.from(arguments.requiredInput("creationInput")));
  }

  private BoxRecord updateBox(Arguments arguments, CurrentUser user) {
    return updates.update(user, BoxUpdate.from(arguments.requiredInput("updateInput")));
  }

  private BoxRecord updateMarkedForShipmentBox(Arguments arguments, CurrentUser user) {
    Arguments input = arguments.requiredInput("updateInput");
    return updates.updateMarkedForShipment(
        user, input.requiredText("labelIdentifier"), BoxAmounts.from(input));
  }
}
