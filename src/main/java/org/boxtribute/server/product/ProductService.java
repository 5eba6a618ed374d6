package org.boxtribute.server.product;

import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.security.Permission.PRODUCT_CATEGORY_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_WRITE;
import static org.boxtribute.server.security.Permission.SIZE_RANGE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.graphql.error.UserError.EmptyNameError;
import org.boxtribute.server.graphql.error.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.organisation.BaseRepository;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.product.ProductError.BoxesStillAssignedToProductError;
import org.boxtribute.server.product.ProductError.InvalidPriceError;
import org.boxtribute.server.product.ProductError.ProductTypeMismatchError;
import org.boxtribute.server.security.Requirement;
import org.jspecify.annotations.Nullable;

/** The rules by which products are created, changed and deleted. */
@Singleton
final class ProductService {
  private static final Requirement<ProductRecord> MAY_WRITE =
      requires(PRODUCT_WRITE).inBase(ProductRecord::getBaseId);
  private static final Requirement<ProductRecord> MAY_EDIT_INSTANTIATION =
      MAY_WRITE.and(requires(SIZE_RANGE_READ).anywhere());
  private static final Requirement<ProductRecord> MAY_EDIT_CUSTOM =
      MAY_EDIT_INSTANTIATION.and(requires(PRODUCT_CATEGORY_READ).anywhere());

  private final BaseRepository bases;
  private final ProductRepository products;
  private final ProductCategoryRepository categories;
  private final SizeRangeRepository sizeRanges;
  private final ProductUse use;

  ProductService(
      BaseRepository bases,
      ProductRepository products,
      ProductCategoryRepository categories,
      SizeRangeRepository sizeRanges,
      ProductUse use) {
    this.bases = bases;
    this.products = products;
    this.categories = categories;
    this.sizeRanges = sizeRanges;
    this.use = use;
  }

  ProductRecord create(Transaction transaction, CustomProduct input) {
    rejectNegative(input.terms().price());
    rejectEmpty(input.name());
    if (!bases.lock(transaction, input.baseId())) {
      throw new Rejection(new ResourceDoesNotExistError(input.baseId(), "Base"));
    }
    rejectUnknownCategory(transaction, input.categoryId());
    rejectUnknownSizeRange(transaction, input.sizeRangeId());
    ProductRecord product = new ProductRecord();
    product.setBaseId(input.baseId());
    product.setName(input.name());
    product.setCategoryId(input.categoryId());
    product.setSizeRangeId(input.sizeRangeId());
    product.setGender(input.gender());
    input.terms().applyTo(product);
    return products.insert(transaction, product);
  }

  ProductRecord editCustom(Transaction transaction, ProductEdit edit) {
    return edit(transaction, edit, ProductType.CUSTOM, MAY_EDIT_CUSTOM);
  }

  ProductRecord editInstantiation(Transaction transaction, ProductEdit edit) {
    return edit(transaction, edit, ProductType.STANDARD_INSTANTIATION, MAY_EDIT_INSTANTIATION);
  }

  ProductRecord deleteCustom(Transaction transaction, int id) {
    return delete(transaction, id, ProductType.CUSTOM);
  }

  ProductRecord disableInstantiation(Transaction transaction, int id) {
    return delete(transaction, id, ProductType.STANDARD_INSTANTIATION);
  }

  /** Rejects a price below zero. */
  static void rejectNegative(@Nullable Integer price) {
    if (price != null && price < 0) {
      throw new Rejection(new InvalidPriceError(price));
    }
  }

  /** Rejects a size range that does not exist. */
  void rejectUnknownSizeRange(Transaction transaction, @Nullable Integer id) {
    if (id != null && !sizeRanges.exists(transaction, id)) {
      throw new Rejection(new ResourceDoesNotExistError(null, "SizeRange"));
    }
  }

  private ProductRecord edit(
      Transaction transaction,
      ProductEdit edit,
      ProductType type,
      Requirement<ProductRecord> permitted) {
    ProductRecord product = lock(transaction, edit.id());
    permitted.check(transaction.user(), product);
    rejectOtherTypeThan(type, product);
    rejectEmpty(edit.name());
    rejectNegative(edit.price());
    rejectUnknownCategory(transaction, edit.categoryId());
    rejectUnknownSizeRange(transaction, edit.sizeRangeId());
    edit.applyTo(product);
    boolean changed =
        transaction
            .history()
            .changed(
                product.getId(),
                product,
                PRODUCT.CATEGORY_ID,
                PRODUCT.SIZE_RANGE_ID,
                PRODUCT.GENDER,
                PRODUCT.NAME,
                PRODUCT.PRICE,
                PRODUCT.COMMENT,
                PRODUCT.IN_SHOP);
    if (changed) {
      product.setLastModifiedOn(transaction.now());
      product.setLastModifiedBy(transaction.user().id());
      products.update(transaction, product);
    }
    return product;
  }

  private ProductRecord delete(Transaction transaction, int id, ProductType type) {
    ProductRecord product = lock(transaction, id);
    MAY_WRITE.check(transaction.user(), product);
    if (product.getDeletedOn() != null) {
      return product;
    }
    rejectOtherTypeThan(type, product);
    List<String> boxes = use.labelsOfBoxesInUse(transaction, id);
    if (!boxes.isEmpty()) {
      throw new Rejection(new BoxesStillAssignedToProductError(boxes));
    }
    product.setDeletedOn(transaction.now());
    products.update(transaction, product);
    transaction.history().deleted(PRODUCT, id);
    return product;
  }

  private ProductRecord lock(Transaction transaction, int id) {
    return products
        .lock(transaction, id)
        .orElseThrow(() -> new Rejection(new ResourceDoesNotExistError(id, "Product")));
  }

  private void rejectUnknownCategory(Transaction transaction, @Nullable Integer id) {
    if (id != null && !categories.exists(transaction, id)) {
      throw new Rejection(new ResourceDoesNotExistError(null, "ProductCategory"));
    }
  }

  private static void rejectOtherTypeThan(ProductType type, ProductRecord product) {
    if (ProductType.of(product) != type) {
      throw new Rejection(new ProductTypeMismatchError(type));
    }
  }

  private static void rejectEmpty(@Nullable String name) {
    if (name != null && name.isBlank()) {
      throw new Rejection(new EmptyNameError());
    }
  }
}
