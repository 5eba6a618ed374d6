package org.boxtribute.server.warehouse;

import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;

/** The rules of where boxes are put. */
final class BoxPlacement {
  private BoxPlacement() {}

  /** Puts a box into a location, which gives it its state if it has one. */
  static void put(BoxRecord box, LocationRecord location) {
    box.setLocationId(location.getId());
    if (location.getDefaultBoxState() != null) {
      box.setState(location.getDefaultBoxState());
    }
  }

  /** Demands that a box can be moved from one location to another. */
  static void requireSameBase(LocationRecord from, LocationRecord to) {
    if (!from.getBaseId().equals(to.getBaseId())) {
      throw new BadUserInput("The location '%d' is not in the box's base.".formatted(to.getId()));
    }
  }

  /** Demands that a product can be kept in a location. */
  static void requireSameBase(ProductRecord product, LocationRecord location) {
    if (!product.getBaseId().equals(location.getBaseId())) {
      throw new BadUserInput(
          "The product '%d' and the location '%d' are of different bases."
              .formatted(product.getId(), location.getId()));
    }
  }

  /** Demands that boxes can still get a product. */
  static void requireNotDeleted(ProductRecord product) {
    if (product.getDeletedOn() != null) {
      throw new BadUserInput("The product '" + product.getId() + "' is deleted.");
    }
  }

  /** Demands that boxes can still be put into a location. */
  static void requireNotDeleted(LocationRecord location) {
    if (location.getDeletedOn() != null) {
      throw new BadUserInput("The location '" + location.getId() + "' is deleted.");
    }
  }
}
