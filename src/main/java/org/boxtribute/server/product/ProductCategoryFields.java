package org.boxtribute.server.product;

import static org.boxtribute.server.persistence.schema.Tables.PRODUCT_CATEGORY;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.graphql.paging.PageRequest;
import org.boxtribute.server.persistence.schema.tables.records.ProductCategoryRecord;

/** The fields of the type ProductCategory. */
@Singleton
final class ProductCategoryFields implements FieldBindings {
  /** The category, a row of the reference data, whose children are told apart by gender. */
  private static final Integer CLOTHING = 12;

  private final ProductLoaders loaders;

  ProductCategoryFields(ProductLoaders loaders) {
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<ProductCategoryRecord> category =
        bindings.object("ProductCategory", ProductCategoryRecord.class);
    category.column("id", PRODUCT_CATEGORY.ID);
    category.column("name", PRODUCT_CATEGORY.NAME);
    category.value("hasGender", row -> CLOTHING.equals(row.getParentId()));
    category.load(
        "products", ProductCategoryRecord::getId, PageRequest::from, loaders.productsOfCategories);
  }
}
