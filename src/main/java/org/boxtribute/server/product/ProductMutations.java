package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.PRODUCT_CATEGORY_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_WRITE;
import static org.boxtribute.server.security.Permission.SIZE_RANGE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.ObjectBinding;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
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
    RootBinding mutation = bindings.mutation();
    mutation
        .fetch("createCustomProduct", this::createCustomProduct)
        .guardedBy(MAY_CREATE)
        .failuresAsData();
    mutation.fetch("editCustomProduct", this::editCustomProduct).failuresAsData();
    mutation.fetch("deleteProduct", this::deleteProduct).failuresAsData();
    mutation
        .fetch("enableStandardProduct", this::enableStandardProduct)
        .guardedBy(MAY_ENABLE)
        .failuresAsData();
    mutation
        .fetch("enableStandardProducts", this::enableStandardProducts)
        .guardedBy(MAY_ENABLE_ALL)
        .failuresAsData();
    mutation
        .fetch("editStandardProductInstantiation", this::editStandardProductInstantiation)
        .failuresAsData();
    mutation.fetch("disableStandardProduct", this::disableStandardProduct).failuresAsData();

    ObjectBinding<ProductsResult> result = bindings.object("ProductsResult", ProductsResult.class);
    result.value("instantiations", ProductsResult::instantiations);
    result.value("invalidStandardProductIds", ProductsResult::invalidStandardProductIds);
  }

  private ProductRecord createCustomProduct(Arguments arguments, RequestContext request) {
    return products.create(
        CustomProduct.from(arguments.requiredInput("creationInput")), request.user());
  }

  private ProductRecord editCustomProduct(Arguments arguments, RequestContext request) {
    return products.editCustom(
        ProductEdit.from(arguments.requiredInput("editInput")), request.user());
  }

  private ProductRecord deleteProduct(Arguments arguments, RequestContext request) {
    return products.deleteCustom(arguments.id("id"), request.user());
  }

  private ProductRecord enableStandardProduct(Arguments arguments, RequestContext request) {
    return standardProducts.enable(
        StandardProductEnabling.from(arguments.requiredInput("enableInput")), request.user());
  }

  private ProductsResult enableStandardProducts(Arguments arguments, RequestContext request) {
    Arguments input = arguments.requiredInput("enableInput");
    List<Integer> ids = Objects.requireNonNull(input.integers("standardProductIds"));
    return standardProducts.enableAll(input.requiredInteger("baseId"), ids, request.user());
  }

  private ProductRecord editStandardProductInstantiation(
      Arguments arguments, RequestContext request) {
    return products.editInstantiation(
        ProductEdit.from(arguments.requiredInput("editInput")), request.user());
  }

  private ProductRecord disableStandardProduct(Arguments arguments, RequestContext request) {
    return products.disableInstantiation(arguments.id("instantiationId"), request.user());
  }
}
