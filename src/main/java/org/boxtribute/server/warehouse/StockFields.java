package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;

/** The fields that tell how much of something is in stock. */
@Singleton
final class StockFields implements FieldBindings {
  private final WarehouseLoaders warehouse;

  StockFields(WarehouseLoaders warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<BaseRecord> base = bindings.extend("Base", BaseRecord.class);
    base.load("instockBoxesCount", BaseRecord::getId, warehouse.boxesInStock).otherwise(0);
    base.load("instockItemsCount", BaseRecord::getId, warehouse.itemsInStock).otherwise(0);

    ObjectBinding<ProductRecord> product = bindings.extend("Product", ProductRecord.class);
    product
        .load("instockItemsCount", ProductRecord::getId, warehouse.itemsOfProductsInStock)
        .otherwise(0);
    product
        .load("transferItemsCount", ProductRecord::getId, warehouse.itemsOfProductsInTransfer)
        .otherwise(0);
  }
}
