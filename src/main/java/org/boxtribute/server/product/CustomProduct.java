package org.boxtribute.server.product;

import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;

import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.error.BadUserInput;

/** What a base says about a product of its own that is to be created. */
record CustomProduct(
    int baseId,
    String name,
    int categoryId,
    int sizeRangeId,
    ProductGender gender,
    ShopTerms terms) {

  /**
   * Reads the mutation's input.
   *
   * @throws BadUserInput naming the field that cannot be stored
   */
  static CustomProduct from(Arguments input) {
    ProductGender gender = input.choice("gender", ProductGender.class);
    if (gender == null) {
      throw new BadUserInput("The argument 'gender' is required.");
    }
    return new CustomProduct(
        input.requiredInteger("baseId"),
        input.requiredText("name", PRODUCT.NAME),
        input.requiredInteger("categoryId"),
        input.requiredInteger("sizeRangeId"),
        gender,
        ShopTerms.from(input));
  }
}
