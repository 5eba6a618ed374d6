package org.boxtribute.server.warehouse;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.organisation.OrganisationError.InvalidBaseError;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.warehouse.BoxError.ProductLocationBaseMismatchError;

/**
 * What boxes that are created together refer to, as far as it exists, by ids; all locked until the
 * boxes are stored.
 */
record BoxBulkReferences(
    Map<Integer, ProductRecord> products,
    Map<Integer, TagRecord> tags,
    Map<Integer, LocationRecord> locations) {

  /**
   * The base of the locations.
   *
   * @throws Rejection unless there is exactly one
   */
  int base() {
    return onlyBase(locations.values(), LocationRecord::getBaseId);
  }

  /**
   * Demands that all products are of a base.
   *
   * @throws Rejection if they are of several bases or of another one
   */
  void requireProductsOf(int base) {
    if (onlyBase(products.values(), ProductRecord::getBaseId) != base) {
      throw new Rejection(new ProductLocationBaseMismatchError());
    }
  }

  /** The product that a box is to be filled with. */
  ProductRecord product(int id) {
    ProductRecord product = products.get(id);
    if (product == null) {
      throw BadUserInput.doesNotExist("Product", id);
    }
    BoxPlacement.requireNotDeleted(product);
    return product;
  }

  /** The location that a box is to be put into. */
  LocationRecord location(int id) {
    LocationRecord location = locations.get(id);
    if (location == null) {
      throw BadUserInput.doesNotExist("Location", id);
    }
    BoxPlacement.requireNotDeleted(location);
    return location;
  }

  /**
   * The ids of those of the tags that are not deleted.
   *
   * @throws BadUserInput if one of them cannot be attached to boxes of the base
   */
  Set<Integer> usableTags(int base) {
    return new ChosenTags(tags.values()).lacking(Set.of(), base);
  }

  /** Demands that there are such tags, deleted or not. */
  void requireTags(Set<Integer> ids) {
    for (int id : ids) {
      if (!tags.containsKey(id)) {
        throw BadUserInput.doesNotExist("Tag", id);
      }
    }
  }

  private static <R> int onlyBase(Collection<R> rows, Function<R, Integer> baseId) {
    Set<Integer> bases = new TreeSet<>();
    rows.forEach(row -> bases.add(baseId.apply(row)));
    if (bases.size() != 1) {
      throw new Rejection(new InvalidBaseError(bases.stream().toList()));
    }
    return bases.iterator().next();
  }
}
