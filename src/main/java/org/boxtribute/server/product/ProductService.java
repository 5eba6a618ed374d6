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
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.product.ProductError.BoxesStillAssignedToProductError;
import org.boxtribute.server.product.ProductError.InvalidPriceError;
import org.boxtribute.server.product.ProductError.ProductTypeMismatchError;
import org.boxtribute.server.security.CurrentUser;
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

  private final Transactions transactions;
  private final BaseRepository bases;
  private final ProductRepository products;
  private final ProductCategoryRepository categories;
  private final SizeRangeRepository sizeRanges;

  ProductService(
      Transactions transactions,
      BaseRepository bases,
      ProductRepository products,
      ProductCategoryRepository categories,
      SizeRangeRepository sizeRanges) {
    this.transactions = transactions;
    this.bases = bases;
    this.products = products;
    this.categories = categories;
    this.sizeRanges = sizeRanges;
  }

  ProductRecord create(CustomProduct input, CurrentUser user) {
    rejectNegative(input.terms().price());
    rejectEmpty(input.name());
    return transactions.run(
        user,
        transaction -> {
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
          product.setCreatedOn(transaction.now());
          product.setCreatedBy(user.id());
          ProductRecord stored = transaction.insert(product);
          transaction.history().created(PRODUCT, stored.getId());
          return stored;
        });
  }

  ProductRecord editCustom(ProductEdit edit, CurrentUser user) {
    return edit(edit, ProductType.CUSTOM, MAY_EDIT_CUSTOM, user);
  }

  ProductRecord editInstantiation(ProductEdit edit, CurrentUser user) {
    return edit(edit, ProductType.STANDARD_INSTANTIATION, MAY_EDIT_INSTANTIATION, user);
  }

  ProductRecord deleteCustom(int id, CurrentUser user) {
    return delete(id, ProductType.CUSTOM, user);
  }

  ProductRecord disableInstantiation(int id, CurrentUser user) {
    return delete(id, ProductType.STANDARD_INSTANTIATION, user);
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
      ProductEdit edit, ProductType type, Requirement<ProductRecord> permitted, CurrentUser user) {
    return transactions.run(
        user,
        transaction -> {
          ProductRecord product = locked(transaction, edit.id());
          permitted.check(user, product);
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
            product.setLastModifiedBy(user.id());
            products.update(transaction, product);
          }
          return product;
        });
  }

  private ProductRecord delete(int id, ProductType type, CurrentUser user) {
    return transactions.run(
        user,
        transaction -> {
          ProductRecord product = locked(transaction, id);
          MAY_WRITE.check(user, product);
          if (product.getDeletedOn() != null) {
            return product;
          }
          rejectOtherTypeThan(type, product);
          List<String> boxes = products.labelsOfBoxesInUse(transaction, id);
          if (!boxes.isEmpty()) {
            throw new Rejection(new BoxesStillAssignedToProductError(boxes));
          }
          product.setDeletedOn(transaction.now());
          products.update(transaction, product);
          transaction.history().deleted(PRODUCT, id);
          return product;
        });
  }

  private ProductRecord locked(Transaction transaction, int id) {
    return products
        .findForUpdate(transaction, id)
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
