package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.STANDARD_PRODUCT_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.graphql.error.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.graphql.paging.PageRequest;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.StandardProductRecord;
import org.boxtribute.server.security.CurrentUser;

/** The root query fields about standard products, those of the public API included. */
@Singleton
final class StandardProductQueries implements FieldBindings {
  /** Clients cannot ask for a further page, so all are to fit on this one. */
  private static final int ALL = 1000;

  private final StandardProductRepository standardProducts;
  private final ProductRepository products;

  StandardProductQueries(StandardProductRepository standardProducts, ProductRepository products) {
    this.standardProducts = standardProducts;
    this.products = products;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query
        .found("standardProduct", this::standardProduct)
        .guardedBy(requires(STANDARD_PRODUCT_READ).anywhere());
    query
        .fetch("standardProducts", this::standardProducts)
        .guardedBy(
            requires(STANDARD_PRODUCT_READ).inBase(arguments -> arguments.optionalId("baseId")));

    bindings
        .publicQuery()
        .fetch("standardProducts", (arguments, user) -> standardProducts.published());
  }

  private StandardProduct standardProduct(Arguments arguments) {
    return standardProducts
        .find(arguments.id("id"))
        .orElseThrow(() -> new Rejection(new ResourceDoesNotExistError(null, "StandardProduct")));
  }

  private StandardProductPage standardProducts(Arguments arguments, CurrentUser user) {
    Integer base = arguments.optionalId("baseId");
    Map<Integer, ProductRecord> instantiations =
        base == null ? Map.of() : products.enabledByStandardProduct(base);
    Page<StandardProductRecord> page =
        standardProducts.newestAnd(instantiations.keySet(), PageRequest.firstOf(ALL, arguments));
    List<StandardProduct> elements =
        page.elements().stream()
            .map(row -> new StandardProduct(row, instantiations.get(row.getId())))
            .toList();
    return new StandardProductPage(elements, page.pageInfo(), page.totalCount());
  }
}
