package org.boxtribute.server.product;

import static org.boxtribute.server.security.Permission.PRODUCT_CATEGORY_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.persistence.schema.tables.records.ProductCategoryRecord;
import org.boxtribute.server.security.CurrentUser;

/** Product categories by id, for users who may read categories. */
@Singleton
public final class ProductCategoryLoader implements OldLoader<Integer, ProductCategoryRecord> {
  private final ProductCategoryRepository categories;

  ProductCategoryLoader(ProductCategoryRepository categories) {
    this.categories = categories;
  }

  @Override
  public Map<Integer, ProductCategoryRecord> load(Set<Integer> ids, CurrentUser user) {
    requires(PRODUCT_CATEGORY_READ).anywhere().check(user, ids);
    return categories.byId(ids);
  }
}
