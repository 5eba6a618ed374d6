package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.PRODUCT_CATEGORY_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_WRITE;
import static org.boxtribute.server.security.Permission.SIZE_RANGE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.MutationBinding;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;

/**
 * The root mutation fields about products. Who may create is decided by the given base, here; who
 * may change or delete by the product's base, where it is read.
 */
@Singleton
final class ProductMutations implements FieldBindings {
  private static final Requirement<Arguments> MAY_CREATE =
      requires(PRODUCT_WRITE)
          .<Arguments>inBase(
              arguments -> arguments.requiredInput("creationInput").requiredInteger("baseId"))
          .and(requires(SIZE_RANGE_READ).anywhere())
          .and(requires(PRODUCT_CATEGORY_READ).anywhere());
  private static final Requirement<Arguments> MAY_ENABLE_ALL =
      requires(PRODUCT_WRITE)
          .inBase(arguments -> arguments.requiredInput("enableInput").requiredInteger("baseId"));
  private static final Requirement<Arguments> MAY_ENABLE =
      MAY_ENABLE_ALL.and(requires(SIZE_RANGE_READ).anywhere());

  private final ProductService products;
  private final StandardProductService standardProducts;

  ProductMutations(ProductService products, StandardProductService standardProducts) {
    this.products = products;
    this.standardProducts = standardProducts;
  }

  @Override
  public void bind(Bindings bindings) {
    MutationBinding mutation = bindings.mutation();
    mutation.fetch("createCustomProduct", this::createCustomProduct).guardedBy(MAY_CREATE);
    mutation.fetch("editCustomProduct", this::editCustomProduct);
    mutation.fetch("deleteProduct", this::deleteProduct);
    mutation.fetch("enableStandardProduct", this::enableStandardProduct).guardedBy(MAY_ENABLE);
    mutation
        .fetch("enableStandardProducts", this::enableStandardProducts)
        .guardedBy(MAY_ENABLE_ALL);
    mutation.fetch("editStandardProductInstantiation", this::editStandardProductInstantiation);
    mutation.fetch("disableStandardProduct", this::disableStandardProduct);

    ObjectBinding<ProductsResult> result = bindings.object("ProductsResult", ProductsResult.class);
    result.value("instantiations", ProductsResult::instantiations);
    result.value("invalidStandardProductIds", ProductsResult::invalidStandardProductIds);
  }

  private ProductRecord createCustomProduct(Arguments arguments, CurrentUser user) {
    return products.create(CustomProduct.from(arguments.requiredInput("creationInput")), user);
  }

  private ProductRecord editCustomProduct(Arguments arguments, CurrentUser user) {
    return products.editCustom(ProductEdit.from(arguments.requiredInput("editInput")), user);
  }

  private ProductRecord deleteProduct(Arguments arguments, CurrentUser user) {
    return products.deleteCustom(arguments.id("id"), user);
  }

  private ProductRecord enableStandardProduct(Arguments arguments, CurrentUser user) {
    return standardProducts.enable(
        StandardProductEnabling.from(arguments.requiredInput("enableInput")), user);
  }

  private ProductsResult enableStandardProducts(Arguments arguments, CurrentUser user) {
    Arguments input = arguments.requiredInput("enableInput");
    List<Integer> ids = Objects.requireNonNull(input.integers("standardProductIds"));
    return standardProducts.enableAll(input.requiredInteger("baseId"), ids, user);
  }

  private ProductRecord editStandardProductInstantiation(Arguments arguments, CurrentUser user) {
    return products.editInstantiation(ProductEdit.from(arguments.requiredInput("editInput")), user);
  }

  private ProductRecord disableStandardProduct(Arguments arguments, CurrentUser user) {
    return products.disableInstantiation(arguments.id("instantiationId"), user);
  }
}
