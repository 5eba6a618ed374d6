package org.boxtribute.server.product;

import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;

import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a product; null leaves a field as it is. Name, category and gender can be
 * given of custom products only.
 */
record ProductEdit(
    int id,
    @Nullable String name,
    @Nullable Integer categoryId,
    @Nullable Integer sizeRangeId,
    @Nullable ProductGender gender,
    @Nullable Integer price,
    @Nullable String comment,
    @Nullable Boolean inShop) {

  /**
   * Reads the mutation's input.
   *
   * @throws org.boxtribute.server.graphql.error.BadUserInput naming the field that cannot be stored
   */
  static ProductEdit from(Arguments input) {
    return new ProductEdit(
        input.id("id"),
        input.text("name", PRODUCT.NAME),
        input.integer("categoryId"),
        input.integer("sizeRangeId"),
        input.choice("gender", ProductGender.class),
        input.integer("price"),
        input.text("comment", PRODUCT.COMMENT),
        input.flag("inShop"));
  }

  void applyTo(ProductRecord product) {
    if (name != null) {
      product.setName(name);
    }
    if (categoryId != null) {
      product.setCategoryId(categoryId);
    }
    if (sizeRangeId != null) {
      product.setSizeRangeId(sizeRangeId);
    }
    if (gender != null) {
      product.setGender(gender);
    }
    if (price != null) {
      product.setPrice(price);
    }
    if (comment != null) {
      product.setComment(comment);
    }
    if (inShop != null) {
      product.setInShop(inShop);
    }
  }
}
