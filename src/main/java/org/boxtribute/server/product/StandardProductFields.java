package org.boxtribute.server.product;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.organisation.OrganisationLoaders;

/** The fields of the types that tell about standard products. */
@Singleton
final class StandardProductFields implements FieldBindings {
  private final StandardProductLoader standardProducts;
  private final ProductCategoryLoader categories;
  private final SizeRangeLoader sizeRanges;
  private final OrganisationLoaders organisation;

  StandardProductFields(
      StandardProductLoader standardProducts,
      ProductCategoryLoader categories,
      SizeRangeLoader sizeRanges,
      OrganisationLoaders organisation) {
    this.standardProducts = standardProducts;
    this.categories = categories;
    this.sizeRanges = sizeRanges;
    this.organisation = organisation;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<StandardProduct> product =
        bindings.object("StandardProduct", StandardProduct.class);
    product.value("id", source -> source.row().getId());
    product.value("name", source -> source.row().getName());
    product.load("category", source -> source.row().getCategoryId(), categories);
    product.load("sizeRange", source -> source.row().getSizeRangeId(), sizeRanges);
    product.value("gender", source -> source.row().getGender());
    product.value("version", source -> source.row().getVersion());
    product.value("addedOn", source -> source.row().getAddedOn());
    product.load("addedBy", source -> source.row().getAddedBy(), organisation.users);
    product.value("deprecatedOn", source -> source.row().getDeprecatedOn());
    product.load("deprecatedBy", source -> source.row().getDeprecatedBy(), organisation.users);
    product.load("precededByProduct", StandardProduct::precededBy, standardProducts);
    product.load("supercededByProduct", StandardProduct::supersededBy, standardProducts);
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
