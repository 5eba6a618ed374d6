package org.boxtribute.server.product;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.UserError.BoxesStillAssignedToProductError;
import org.boxtribute.server.graphql.UserError.InvalidPriceError;
import org.boxtribute.server.graphql.UserError.OutdatedStandardProductVersionError;
import org.boxtribute.server.graphql.UserError.ProductTypeMismatchError;
import org.boxtribute.server.graphql.UserError.StandardProductAlreadyEnabledForBaseError;

/** The fields of the error types that writes about products answer with. */
@Singleton
final class ProductErrorFields implements FieldBindings {

  @Override
  public void bind(Bindings bindings) {
    bindings
        .object("InvalidPriceError", InvalidPriceError.class)
        .value("value", InvalidPriceError::value);
    bindings
        .object("ProductTypeMismatchError", ProductTypeMismatchError.class)
        .value("expectedType", ProductTypeMismatchError::expectedType);
    bindings
        .object("BoxesStillAssignedToProductError", BoxesStillAssignedToProductError.class)
        .value("labelIdentifiers", BoxesStillAssignedToProductError::labelIdentifiers);
    bindings
        .object(
            "StandardProductAlreadyEnabledForBaseError",
            StandardProductAlreadyEnabledForBaseError.class)
        .value(
            "existingStandardProductInstantiationId",
            StandardProductAlreadyEnabledForBaseError::existingStandardProductInstantiationId);
    bindings
        .object("OutdatedStandardProductVersionError", OutdatedStandardProductVersionError.class)
        .value(
            "mostRecentStandardProductId",
            OutdatedStandardProductVersionError::mostRecentStandardProductId);
  }
}
