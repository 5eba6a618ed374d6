package org.boxtribute.server.distribution;

import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.product.OpenSizeLoader;
import org.boxtribute.server.product.ProductLoader;

/** The fields of the type PackingListEntry. */
@Singleton
final class PackingListEntryFields implements FieldBindings {
  private final ProductLoader products;
  private final OpenSizeLoader sizes;
  private final MatchingPackedItemsLoader packedItems;

  PackingListEntryFields(
      ProductLoader products, OpenSizeLoader sizes, MatchingPackedItemsLoader packedItems) {
    this.products = products;
    this.sizes = sizes;
    this.packedItems = packedItems;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<PackingListEntry> entry =
        bindings.object("PackingListEntry", PackingListEntry.class);
    entry.value("id", source -> source.row().getId());
    entry
        .load("product", source -> source.row().getProductId(), products)
        .orNullUnless(requires(PRODUCT_READ).inBase(ProductRecord::getBaseId));
    entry.load("size", source -> source.row().getSizeId(), sizes);
    entry.value("numberOfItems", source -> source.row().getNumberOfItems());
    entry.value("state", source -> source.row().getState());
    entry
        .loadList("matchingPackedItemsCollections", PackingListEntry::wanted, packedItems)
        .guardedBy(requires(STOCK_READ).inBase(PackingListEntry::productBaseId));
  }
}
