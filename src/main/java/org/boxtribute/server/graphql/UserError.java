package org.boxtribute.server.graphql;

import java.time.Instant;
import java.util.List;
import org.boxtribute.server.persistence.type.ApiEnum;
import org.jspecify.annotations.Nullable;

/** An expected failure as a value: one record for each error type that the schema's unions have. */
public sealed interface UserError {

  /** The user lacks the named permission. */
  record InsufficientPermissionError(String name) implements UserError {}

  /** The user has the permission, but not for this base; of an unknown base the names are empty. */
  record UnauthorizedForBaseError(int id, String name, String organisationName)
      implements UserError {}

  /** There is no resource of this name (a type of the schema), looked up by id or otherwise. */
  record ResourceDoesNotExistError(@Nullable String id, String name) implements UserError {

    /** There is no row of this id. */
    public ResourceDoesNotExistError(int id, String name) {
      this(String.valueOf(id), name);
    }
  }

  /** The base was deleted, so nothing may be added to it. */
  record DeletedBaseError(String name) implements UserError {}

  /** The resources of one request are of several bases, or of none. */
  record InvalidBaseError(List<Integer> ids) implements UserError {}

  /** A name that may not be empty is. */
  record EmptyNameError() implements UserError {}

  /** A price is below zero. */
  record InvalidPriceError(int value) implements UserError {}

  /** The product is of the other type than this write is made for. */
  record ProductTypeMismatchError(ApiEnum expectedType) implements UserError {}

  /** Boxes that are still in use hold the product. */
  record BoxesStillAssignedToProductError(List<String> labelIdentifiers) implements UserError {}

  /** The base has the standard product already, as this product. */
  record StandardProductAlreadyEnabledForBaseError(int existingStandardProductInstantiationId)
      implements UserError {}

  /** A newer version supersedes the standard product. */
  record OutdatedStandardProductVersionError(int mostRecentStandardProductId)
      implements UserError {}

  /** The text is no hexadecimal code of a colour. */
  record InvalidColorError(String color) implements UserError {}

  /** The tag of this name is deleted. */
  record DeletedTagError(String name) implements UserError {}

  /** The location of this name is deleted. */
  record DeletedLocationError(String name) implements UserError {}

  /** The product is of another base than the location. */
  record ProductLocationBaseMismatchError() implements UserError {}

  /** The box with this label is deleted. */
  record DeletedBoxError(String labelIdentifier) implements UserError {}

  /** The box is in a state that does not allow this. */
  record InvalidBoxStateError(ApiEnum state) implements UserError {}

  /** The number of items is below zero, or more than there are. */
  record InvalidNumberOfItemsError(int numberOfItems) implements UserError {}

  /** The time is past, though it has to come. */
  record InvalidDateError(Instant date) implements UserError {}

  /** The tags are not all of one base. */
  record TagBaseMismatchError() implements UserError {}

  /** The tag is of a type that may not be attached to this resource. */
  record TagTypeMismatchError(ApiEnum expectedType) implements UserError {}
}
