package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.util.Set;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;

/** The fields that tell how much of something is in stock. */
@Singleton
final class StockFields implements FieldBindings {
  private static final Set<BoxState> IN_STOCK = Set.of(BoxState.IN_STOCK);
  private static final Set<BoxState> IN_TRANSFER =
      Set.of(BoxState.MARKED_FOR_SHIPMENT, BoxState.IN_TRANSIT, BoxState.RECEIVING);

  private final BaseStockLoader stockOfBases;
  private final ProductItemsLoader itemsOfProducts;

  StockFields(BaseStockLoader stockOfBases, ProductItemsLoader itemsOfProducts) {
    this.stockOfBases = stockOfBases;
    this.itemsOfProducts = itemsOfProducts;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<BaseRecord> base = bindings.extend("Base", BaseRecord.class);
    base.load(
            "instockBoxesCount",
            BaseRecord::getId,
            arguments -> BaseStockLoader.Counted.BOXES,
            stockOfBases)
        .otherwise(0);
    base.load(
            "instockItemsCount",
            BaseRecord::getId,
            arguments -> BaseStockLoader.Counted.ITEMS,
            stockOfBases)
        .otherwise(0);

    ObjectBinding<ProductRecord> product = bindings.extend("Product", ProductRecord.class);
    product
        .load("instockItemsCount", ProductRecord::getId, arguments -> IN_STOCK, itemsOfProducts)
        .otherwise(0);
    product
        .load("transferItemsCount", ProductRecord::getId, arguments -> IN_TRANSFER, itemsOfProducts)
        .otherwise(0);
  }
}
