package org.boxtribute.server.product;

import java.util.List;
import org.boxtribute.server.graphql.error.UserError;

/** Why a write about products is refused. */
public sealed interface ProductError extends UserError {

  /** A price is below zero. */
  record InvalidPriceError(int value) implements ProductError {}

  /** The product is of the other type than this write is made for. */
  record ProductTypeMismatchError(ProductType expectedType) implements ProductError {}

  /** Boxes that are still in use hold the product. */
  record BoxesStillAssignedToProductError(List<String> labelIdentifiers) implements ProductError {}

  /** The base has the standard product already, as this product. */
  record StandardProductAlreadyEnabledForBaseError(int existingStandardProductInstantiationId)
      implements ProductError {}

  /** A newer version supersedes the standard product. */
  record OutdatedStandardProductVersionError(int mostRecentStandardProductId)
      implements ProductError {}
}
