package org.boxtribute.server.product;

import static org.boxtribute.server.persistence.schema.Tables.STANDARD_PRODUCT;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.organisation.OrganisationLoaders;

/** The fields of the types that tell about standard products. */
@Singleton
final class StandardProductFields implements FieldBindings {
  private final OrganisationLoaders organisation;
  private final ProductLoaders loaders;

  StandardProductFields(OrganisationLoaders organisation, ProductLoaders loaders) {
    this.organisation = organisation;
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<StandardProduct> product =
        bindings.object(
            "StandardProduct", StandardProduct.class, STANDARD_PRODUCT, StandardProduct::row);
    product.column("id", STANDARD_PRODUCT.ID);
    product.column("name", STANDARD_PRODUCT.NAME);
    product.load("category", source -> source.row().getCategoryId(), loaders.categories);
    product.load("sizeRange", source -> source.row().getSizeRangeId(), loaders.sizeRanges);
    product.column("gender", STANDARD_PRODUCT.GENDER);
    product.column("version", STANDARD_PRODUCT.VERSION);
    product.column("addedOn", STANDARD_PRODUCT.ADDED_ON);
    product.load("addedBy", source -> source.row().getAddedBy(), organisation.users);
    product.column("deprecatedOn", STANDARD_PRODUCT.DEPRECATED_ON);
    product.load("deprecatedBy", source -> source.row().getDeprecatedBy(), organisation.users);
    product.load("precededByProduct", StandardProduct::precededBy, loaders.standardProducts);
    product.load("supercededByProduct", StandardProduct::supersededBy, loaders.standardProducts);
    product.value("instantiation", StandardProduct::instantiation);

    ObjectBinding<StandardProductPage> page =
        bindings.object("StandardProductPage", StandardProductPage.class);
    page.value("elements", StandardProductPage::elements);
    page.value("pageInfo", StandardProductPage::pageInfo);
    page.value("totalCount", StandardProductPage::totalCount);

    ObjectBinding<StandardProductInfo> info =
        bindings.object("StandardProductInfo", StandardProductInfo.class);
    info.value("id", StandardProductInfo::id);
    info.value("name", StandardProductInfo::name);
    info.value("categoryName", StandardProductInfo::categoryName);
    info.value("sizeRangeName", StandardProductInfo::sizeRangeName);
    info.value("gender", StandardProductInfo::gender);
    info.value("version", StandardProductInfo::version);
  }
}
