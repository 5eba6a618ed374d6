package org.boxtribute.server.product;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.product.ProductError.BoxesStillAssignedToProductError;
import org.boxtribute.server.product.ProductError.InvalidPriceError;
import org.boxtribute.server.product.ProductError.OutdatedStandardProductVersionError;
import org.boxtribute.server.product.ProductError.ProductTypeMismatchError;
import org.boxtribute.server.product.ProductError.StandardProductAlreadyEnabledForBaseError;

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
