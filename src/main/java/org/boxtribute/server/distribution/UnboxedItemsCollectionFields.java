package org.boxtribute.server.distribution;

import static org.boxtribute.server.persistence.schema.Tables.UNBOXED_ITEMS_COLLECTION;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnboxedItemsCollectionRecord;
import org.boxtribute.server.product.ProductLoaders;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.warehouse.WarehouseLoaders;

/**
 * The fields of the type UnboxedItemsCollection, and the one that leads from a box to its event. A
 * box can be seen by users of several bases: the event is hidden from those of the other ones.
 */
@Singleton
final class UnboxedItemsCollectionFields implements FieldBindings {
  private static final Requirement<DistributionEvent> STOCK_READABLE =
      requires(STOCK_READ).inBase(DistributionEvent::baseId);

  private final ProductLoaders product;
  private final WarehouseLoaders warehouse;
  private final DistributionLoaders loaders;

  UnboxedItemsCollectionFields(
      ProductLoaders product, WarehouseLoaders warehouse, DistributionLoaders loaders) {
    this.product = product;
    this.warehouse = warehouse;
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<UnboxedItemsCollectionRecord> items =
        bindings.object("UnboxedItemsCollection", UnboxedItemsCollectionRecord.class);
    items.column("id", UNBOXED_ITEMS_COLLECTION.ID);
    items
        .load("product", UnboxedItemsCollectionRecord::getProductId, product.products)
        .orNullUnless(requires(PRODUCT_READ).inBase(ProductRecord::getBaseId));
    items.load("size", UnboxedItemsCollectionRecord::getSizeId, product.openSizes);
    items.column("numberOfItems", UNBOXED_ITEMS_COLLECTION.NUMBER_OF_ITEMS);
    items.value("label", row -> null);
    items
        .load("location", UnboxedItemsCollectionRecord::getLocationId, warehouse.locations)
        .orNullUnless(requires(LOCATION_READ).inBase(LocationRecord::getBaseId));
    items
        .load(
            "distributionEvent",
            UnboxedItemsCollectionRecord::getDistributionEventId,
            loaders.events)
        .orNullUnless(STOCK_READABLE);

    bindings
        .extend("Box", BoxRecord.class)
        .load("distributionEvent", BoxRecord::getDistributionEventId, loaders.events)
        .orNullUnless(STOCK_READABLE);
  }
}
