package org.boxtribute.server.product;

import java.util.List;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;

/**
 * What became of the standard products that were to be enabled.
 *
 * @param instantiations the base's new products, by id
 * @param invalidStandardProductIds the ids that led to none, in ascending order
 */
record ProductsResult(
    List<ProductRecord> instantiations, List<Integer> invalidStandardProductIds) {}
