package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.PRODUCT_CATEGORY_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.SIZE_RANGE_READ;
import static org.boxtribute.server.security.Permission.SIZE_READ;
import static org.boxtribute.server.security.Permission.STANDARD_PRODUCT_READ;
import static org.boxtribute.server.security.Permission.UNIT_READ;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.binding.Loader;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.graphql.paging.PageRequest;
import org.boxtribute.server.persistence.schema.tables.records.ProductCategoryRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.SizeRangeRecord;
import org.boxtribute.server.persistence.schema.tables.records.SizeRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnitRecord;

/** The look-ups of products and of the vocabulary that they are described in. */
@Singleton
public final class ProductLoaders {

  /** Products by id, deleted ones included; the fields that lead to one guard themselves. */
  public final Loader<Integer, ProductRecord> products;

  /** Sizes by id. */
  public final Loader<Integer, SizeRecord> sizes;

  /** Sizes by id, for the fields whose clients need no permission: they are the same for all. */
  public final Loader<Integer, SizeRecord> openSizes;

  /** Units by id. */
  public final Loader<Integer, UnitRecord> units;

  /** Product categories by id. */
  final Loader<Integer, ProductCategoryRecord> categories;

  /** Size ranges by id. */
  final Loader<Integer, SizeRangeRecord> sizeRanges;

  /** The sizes of size ranges. */
  final Loader<Integer, List<SizeRecord>> sizesOfRanges;

  /** The units of size ranges, which are open to all users as part of the range. */
  final Loader<Integer, List<UnitRecord>> unitsOfRanges;

  /** Standard products by id, seen from no base. */
  final Loader<Integer, StandardProduct> standardProducts;

  /** The products of bases. */
  final Loader<Loader.Keyed<ProductFilter, Integer>, List<ProductRecord>> productsOfBases;

  /** Pages of the products of categories. */
  final Loader<Loader.Keyed<PageRequest, Integer>, Page<ProductRecord>> productsOfCategories;

  ProductLoaders(
      ProductRepository products,
      ProductCategoryRepository categories,
      SizeRangeRepository sizeRanges,
      StandardProductRepository standardProducts) {
    this.products = Loader.of(products::byId);
    this.sizes = Loader.of(sizeRanges::sizesById).requiring(SIZE_READ);
    this.openSizes = Loader.of(sizeRanges::sizesById);
    this.units = Loader.of(sizeRanges::unitsById).requiring(UNIT_READ);
    this.categories = Loader.of(categories::byId).requiring(PRODUCT_CATEGORY_READ);
    this.sizeRanges = Loader.of(sizeRanges::byId).requiring(SIZE_RANGE_READ);
    this.sizesOfRanges = Loader.of(sizeRanges::sizesOfRanges).requiring(SIZE_READ);
    this.unitsOfRanges = Loader.of(sizeRanges::unitsOfRanges);
    this.standardProducts = Loader.of(standardProducts::byId).requiring(STANDARD_PRODUCT_READ);
    this.productsOfBases = Loader.withArguments(products::ofBases);
    this.productsOfCategories = Loader.withArguments(PRODUCT_READ, products::pagesOfCategories);
  }
}
