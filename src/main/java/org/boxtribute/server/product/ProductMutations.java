package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.PRODUCT_CATEGORY_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_WRITE;
import static org.boxtribute.server.security.Permission.SIZE_RANGE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.MutationBinding;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.product.ProductError.BoxesStillAssignedToProductError;
import org.boxtribute.server.product.ProductError.InvalidPriceError;
import org.boxtribute.server.product.ProductError.OutdatedStandardProductVersionError;
import org.boxtribute.server.product.ProductError.ProductTypeMismatchError;
import org.boxtribute.server.product.ProductError.StandardProductAlreadyEnabledForBaseError;
import org.boxtribute.server.security.Requirement;

/**
 * The root mutation fields about products. Who may create is decided by the given base, here; who
 * may change or delete by the product's base, where it is read. Who may do so nowhere is refused
 * before that.
 */
@Singleton
final class ProductMutations implements FieldBindings {
  private static final Requirement<Arguments> MAY_ENABLE_ALL =
      requires(PRODUCT_WRITE).inBase(input -> input.requiredInteger("baseId"));
  private static final Requirement<Arguments> MAY_ENABLE =
      MAY_ENABLE_ALL.and(requires(SIZE_RANGE_READ).anywhere());
  private static final Requirement<Arguments> MAY_CREATE =
      MAY_ENABLE.and(requires(PRODUCT_CATEGORY_READ).anywhere());

  private static final Requirement<Object> MAY_DELETE = requires(PRODUCT_WRITE).anywhere();
  private static final Requirement<Object> MAY_EDIT =
      MAY_DELETE.and(requires(SIZE_RANGE_READ).anywhere());
  private static final Requirement<Object> MAY_EDIT_CUSTOM =
      MAY_EDIT.and(requires(PRODUCT_CATEGORY_READ).anywhere());

  private final ProductService products;
  private final StandardProductService standardProducts;

  ProductMutations(ProductService products, StandardProductService standardProducts) {
    this.products = products;
    this.standardProducts = standardProducts;
  }

  @Override
  public void bind(Bindings bindings) {
    MutationBinding mutation = bindings.mutation();
    mutation
        .write("createCustomProduct", "creationInput", CustomProduct::from, products::create)
        .guardedBy(MAY_CREATE);
    mutation
        .write("editCustomProduct", "editInput", ProductEdit::from, products::editCustom)
        .guardedBy(MAY_EDIT_CUSTOM);
    mutation
        .write("deleteProduct", arguments -> arguments.id("id"), products::deleteCustom)
        .guardedBy(MAY_DELETE);
    mutation
        .write(
            "enableStandardProduct",
            "enableInput",
            StandardProductEnabling::from,
            standardProducts::enable)
        .guardedBy(MAY_ENABLE);
    mutation
        .write(
            "enableStandardProducts",
            "enableInput",
            StandardProductsEnabling::from,
            standardProducts::enableAll)
        .guardedBy(MAY_ENABLE_ALL);
    mutation
        .write(
            "editStandardProductInstantiation",
            "editInput",
            ProductEdit::from,
            products::editInstantiation)
        .guardedBy(MAY_EDIT);
    mutation
        .write(
            "disableStandardProduct",
            arguments -> arguments.id("instantiationId"),
            products::disableInstantiation)
        .guardedBy(MAY_DELETE);

    ObjectBinding<ProductsResult> result = bindings.object("ProductsResult", ProductsResult.class);
    result.value("instantiations", ProductsResult::instantiations);
    result.value("invalidStandardProductIds", ProductsResult::invalidStandardProductIds);
    bindErrors(bindings);
  }

  private static void bindErrors(Bindings bindings) {
    bindings.error(InvalidPriceError.class).value("value", InvalidPriceError::value);
    bindings
        .error(ProductTypeMismatchError.class)
        .value("expectedType", ProductTypeMismatchError::expectedType);
    bindings
        .error(BoxesStillAssignedToProductError.class)
        .value("labelIdentifiers", BoxesStillAssignedToProductError::labelIdentifiers);
    bindings
        .error(StandardProductAlreadyEnabledForBaseError.class)
        .value(
            "existingStandardProductInstantiationId",
            StandardProductAlreadyEnabledForBaseError::existingStandardProductInstantiationId);
    bindings
        .error(OutdatedStandardProductVersionError.class)
        .value(
            "mostRecentStandardProductId",
            OutdatedStandardProductVersionError::mostRecentStandardProductId);
  }
}
