package org.boxtribute.server.product;

import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;

import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;

/**
 * On which terms a base offers a product.
 *
 * @param price in the base's tokens
 */
record ShopTerms(int price, String comment, boolean inShop) {

  /**
   * Reads the fields of a mutation's input that all new products have.
   *
   * @throws org.boxtribute.server.graphql.error.BadUserInput naming the field that cannot be stored
   */
  static ShopTerms from(Arguments input) {
    Integer price = input.integer("price");
    String comment = input.text("comment", PRODUCT.COMMENT);
    return new ShopTerms(
        price == null ? 0 : price, comment == null ? "" : comment, input.isTrue("inShop"));
  }

  void applyTo(ProductRecord product) {
    product.setPrice(price);
    product.setComment(comment);
    product.setInShop(inShop);
  }
}
