package org.boxtribute.server.distribution;

import static org.boxtribute.server.persistence.schema.Tables.PACKING_LIST_ENTRY;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.product.ProductLoaders;

/** The fields of the type PackingListEntry. */
@Singleton
final class PackingListEntryFields implements FieldBindings {
  private final ProductLoaders product;
  private final DistributionLoaders loaders;

  PackingListEntryFields(ProductLoaders product, DistributionLoaders loaders) {
    this.product = product;
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.enumeration(PackingListEntryState.class);
    ObjectBinding<PackingListEntry> entry =
        bindings.object(
            "PackingListEntry", PackingListEntry.class, PACKING_LIST_ENTRY, PackingListEntry::row);
    entry.column("id", PACKING_LIST_ENTRY.ID);
    entry
        .load("product", source -> source.row().getProductId(), product.products)
        .orNullUnless(requires(PRODUCT_READ).inBase(ProductRecord::getBaseId));
    entry.load("size", source -> source.row().getSizeId(), product.openSizes);
    entry.column("numberOfItems", PACKING_LIST_ENTRY.NUMBER_OF_ITEMS);
    entry.column("state", PACKING_LIST_ENTRY.STATE);
    entry
        .loadList(
            "matchingPackedItemsCollections", PackingListEntry::wanted, loaders.matchingPackedItems)
        .guardedBy(requires(STOCK_READ).inBase(PackingListEntry::productBaseId));
  }
}
