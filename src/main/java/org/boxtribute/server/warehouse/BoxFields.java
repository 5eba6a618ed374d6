package org.boxtribute.server.warehouse;

import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.security.Permission.HISTORY_READ;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.organisation.OrganisationLoaders;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.product.ProductLoaders;

/**
 * The fields of the type Box, and those that tell from above how much is in stock. The product and
 * the location of a box that is on its way belong to another base: they are hidden, not refused,
 * for both sides of a shipment look at the same boxes.
 */
@Singleton
final class BoxFields implements FieldBindings {
  private final ProductLoaders product;
  private final WarehouseLoaders warehouse;
  private final OrganisationLoaders organisation;

  BoxFields(ProductLoaders product, WarehouseLoaders warehouse, OrganisationLoaders organisation) {
    this.product = product;
    this.warehouse = warehouse;
    this.organisation = organisation;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.enumeration(BoxState.class);
    ObjectBinding<BoxRecord> box = bindings.object("Box", BoxRecord.class);
    box.column("id", BOX.ID);
    box.column("labelIdentifier", BOX.LABEL_IDENTIFIER);
    box.column("state", BOX.STATE);
    box.load("product", BoxRecord::getProductId, product.products)
        .orNullUnless(requires(PRODUCT_READ).inBase(ProductRecord::getBaseId));
    box.load("size", BoxRecord::getSizeId, product.sizes);
    box.column("numberOfItems", BOX.NUMBER_OF_ITEMS);
    box.column("weight", BOX.WEIGHT);
    box.load("weightDisplayUnit", BoxRecord::getWeightDisplayUnitId, product.units);
    box.column("monetaryValue", BOX.MONETARY_VALUE);
    box.load("measureValue", Measure::of, warehouse.measureValues);
    box.load("displayUnit", BoxRecord::getDisplayUnitId, product.units);
    box.load("location", BoxRecord::getLocationId, warehouse.locations)
        .orNullUnless(requires(LOCATION_READ).inBase(LocationRecord::getBaseId));
    box.load("qrCode", BoxRecord::getQrCodeId, warehouse.qrCodes);
    box.loadList("tags", BoxRecord::getId, warehouse.tagsOfBoxes);
    box.column("comment", BOX.COMMENT);
    box.load("sourceBox", BoxRecord::getSourceBoxId, warehouse.sourceBoxes);
    box.loadList("history", BoxRecord::getId, warehouse.histories)
        .guardedBy(requires(HISTORY_READ).anywhere());
    box.column("createdOn", BOX.CREATED_ON);
    box.load("createdBy", BoxRecord::getCreatedBy, organisation.users);
    box.column("lastModifiedOn", BOX.LAST_MODIFIED_ON);
    box.load("lastModifiedBy", BoxRecord::getLastModifiedBy, organisation.users);
    box.column("deletedOn", BOX.DELETED_ON);

    Page.bind(bindings, "BoxPage");
    bindHistoryEntry(bindings);
    bindStock(bindings);
  }

  private void bindStock(Bindings bindings) {
    ObjectBinding<BaseRecord> base = bindings.extend("Base", BaseRecord.class);
    base.load("instockBoxesCount", BaseRecord::getId, warehouse.boxesInStock).otherwise(0L);
    base.load("instockItemsCount", BaseRecord::getId, warehouse.itemsInStock).otherwise(0L);

    ObjectBinding<ProductRecord> product = bindings.extend("Product", ProductRecord.class);
    product
        .load("instockItemsCount", ProductRecord::getId, warehouse.itemsOfProductsInStock)
        .otherwise(0L);
    product
        .load("transferItemsCount", ProductRecord::getId, warehouse.itemsOfProductsInTransfer)
        .otherwise(0L);
  }

  private void bindHistoryEntry(Bindings bindings) {
    ObjectBinding<BoxHistoryEntry> entry = bindings.object("HistoryEntry", BoxHistoryEntry.class);
    entry.value("id", BoxHistoryEntry::id);
    entry.value("changes", BoxHistoryEntry::text);
    entry.value("changeDate", BoxHistoryEntry::changedOn);
    entry.load("user", BoxHistoryEntry::userId, organisation.users);
  }
}
