package org.boxtribute.server.product;

import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.organisation.OrganisationLoaders;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;

/** The fields of the type Product that lead to no lower room, and a base's products. */
@Singleton
final class ProductFields implements FieldBindings {
  private final OrganisationLoaders organisation;
  private final ProductLoaders loaders;

  ProductFields(OrganisationLoaders organisation, ProductLoaders loaders) {
    this.organisation = organisation;
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.enumeration(ProductGender.class);
    bindings.enumeration(ProductType.class);
    bindings.enumeration(ProductTypeFilter.class);

    ObjectBinding<ProductRecord> product = bindings.object("Product", ProductRecord.class);
    product.column("id", PRODUCT.ID);
    product.column("name", PRODUCT.NAME);
    product.value("type", ProductType::of);
    product.load("standardProduct", ProductRecord::getStandardProductId, loaders.standardProducts);
    product.load("category", ProductRecord::getCategoryId, loaders.categories);
    product.load("sizeRange", ProductRecord::getSizeRangeId, loaders.sizeRanges);
    product.column("gender", PRODUCT.GENDER);
    product
        .load("base", ProductRecord::getBaseId, organisation.bases)
        .guardedBy(requires(BASE_READ).inBase(ProductRecord::getBaseId));
    product.column("price", PRODUCT.PRICE);
    product.column("comment", PRODUCT.COMMENT);
    product.column("inShop", PRODUCT.IN_SHOP);
    product.column("createdOn", PRODUCT.CREATED_ON);
    product.load("createdBy", ProductRecord::getCreatedBy, organisation.users);
    product.column("lastModifiedOn", PRODUCT.LAST_MODIFIED_ON);
    product.load("lastModifiedBy", ProductRecord::getLastModifiedBy, organisation.users);
    product.column("deletedOn", PRODUCT.DELETED_ON);

    Page.bind(bindings, "ProductPage");

    bindings
        .extend("Base", BaseRecord.class)
        .loadList("products", BaseRecord::getId, ProductFilter::from, loaders.productsOfBases)
        .guardedBy(requires(PRODUCT_READ).inBase(BaseRecord::getId));
  }
}
