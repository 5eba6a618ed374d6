package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.PRODUCT_CATEGORY_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.ProductCategoryRecord;

/** Product categories by id, for users who may read categories. */
@Singleton
public final class ProductCategoryLoader implements Loader<Integer, ProductCategoryRecord> {
  private final ProductCategoryRepository categories;

  ProductCategoryLoader(ProductCategoryRepository categories) {
    this.categories = categories;
  }

  @Override
  public Map<Integer, ProductCategoryRecord> load(Set<Integer> ids, RequestContext request) {
    requires(PRODUCT_CATEGORY_READ).anywhere().check(request.user(), ids);
    return categories.byId(ids);
  }
}
