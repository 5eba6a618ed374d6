package org.boxtribute.server.product;

import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.graphql.error.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.organisation.BaseRepository;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.StandardProductRecord;
import org.boxtribute.server.product.ProductError.OutdatedStandardProductVersionError;
import org.boxtribute.server.product.ProductError.StandardProductAlreadyEnabledForBaseError;

/**
 * The rules by which bases make standard products theirs. A base has a standard product once at
 * most: the base's row is locked, so that two who enable it at the same time see each other.
 */
@Singleton
final class StandardProductService {
  private static final ShopTerms DEFAULT_TERMS = new ShopTerms(0, "", false);

  private final BaseRepository bases;
  private final ProductRepository products;
  private final StandardProductRepository standardProducts;
  private final ProductService rules;

  StandardProductService(
      BaseRepository bases,
      ProductRepository products,
      StandardProductRepository standardProducts,
      ProductService rules) {
    this.bases = bases;
    this.products = products;
    this.standardProducts = standardProducts;
    this.rules = rules;
  }

  ProductRecord enable(Transaction transaction, StandardProductEnabling input) {
    ProductService.rejectNegative(input.terms().price());
    if (!bases.lock(transaction, input.baseId())) {
      throw new Rejection(new ResourceDoesNotExistError(input.baseId(), "Base"));
    }
    List<ProductRecord> previous =
        products.lockInstantiations(transaction, input.baseId(), input.standardProductId());
    rejectEnabled(previous);
    StandardProductRecord standardProduct =
        standardProducts
            .find(transaction, input.standardProductId())
            .orElseThrow(
                () -> new Rejection(new ResourceDoesNotExistError(null, "StandardProduct")));
    rejectOutdated(standardProduct);
    rules.rejectUnknownSizeRange(transaction, input.sizeRangeId());
    return previous.isEmpty()
        ? created(transaction, standardProduct, input)
        : revived(transaction, previous.getFirst(), standardProduct, input);
  }

  ProductsResult enableAll(Transaction transaction, StandardProductsEnabling input) {
    if (!bases.lock(transaction, input.baseId())) {
      throw BadUserInput.doesNotExist("Base", input.baseId());
    }
    Set<Integer> invalid = new TreeSet<>(input.standardProductIds());
    List<StandardProductRecord> valid =
        standardProducts.neverEnabled(transaction, input.baseId(), invalid);
    valid.stream().map(StandardProductRecord::getId).forEach(invalid::remove);
    List<ProductRecord> instantiations =
        products.insert(
            transaction,
            valid.stream()
                .map(standardProduct -> instantiation(standardProduct, input.baseId()))
                .toList());
    return new ProductsResult(instantiations, List.copyOf(invalid));
  }

  private ProductRecord created(
      Transaction transaction,
      StandardProductRecord standardProduct,
      StandardProductEnabling input) {
    ProductRecord product = instantiation(standardProduct, input.baseId());
    product.setSizeRangeId(input.sizeRangeOf(standardProduct));
    input.terms().applyTo(product);
    return products.insert(transaction, product);
  }

  /** Existing histories tell of each enabling as of a creation, and so do new ones. */
  private ProductRecord revived(
      Transaction transaction,
      ProductRecord product,
      StandardProductRecord standardProduct,
      StandardProductEnabling input) {
    product.setDeletedOn(null);
    product.setSizeRangeId(input.sizeRangeOf(standardProduct));
    input.terms().applyTo(product);
    product.setLastModifiedOn(transaction.now());
    product.setLastModifiedBy(transaction.user().id());
    products.update(transaction, product);
    transaction.history().created(PRODUCT, product.getId());
    return product;
  }

  private static ProductRecord instantiation(StandardProductRecord standardProduct, int baseId) {
    ProductRecord product = new ProductRecord();
    product.setStandardProductId(standardProduct.getId());
    product.setBaseId(baseId);
    product.setName(standardProduct.getName());
    product.setCategoryId(standardProduct.getCategoryId());
    product.setSizeRangeId(standardProduct.getSizeRangeId());
    product.setGender(standardProduct.getGender());
    DEFAULT_TERMS.applyTo(product);
    return product;
  }

  private static void rejectOutdated(StandardProductRecord standardProduct) {
    Integer successor = standardProduct.getSupercededByProductId();
    if (successor != null) {
      throw new Rejection(new OutdatedStandardProductVersionError(successor));
    }
  }

  private static void rejectEnabled(List<ProductRecord> instantiations) {
    Optional<ProductRecord> enabled =
        instantiations.stream().filter(product -> product.getDeletedOn() == null).findFirst();
    if (enabled.isPresent()) {
      throw new Rejection(new StandardProductAlreadyEnabledForBaseError(enabled.get().getId()));
    }
  }
}
