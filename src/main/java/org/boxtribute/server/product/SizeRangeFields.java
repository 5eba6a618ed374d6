package org.boxtribute.server.product;

import static org.boxtribute.server.persistence.schema.Tables.SIZE;
import static org.boxtribute.server.persistence.schema.Tables.SIZE_RANGE;
import static org.boxtribute.server.persistence.schema.Tables.UNIT;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.persistence.schema.tables.records.SizeRangeRecord;
import org.boxtribute.server.persistence.schema.tables.records.SizeRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnitRecord;

/** The fields of the types SizeRange, Size and Unit. */
@Singleton
final class SizeRangeFields implements FieldBindings {
  private final ProductLoaders loaders;

  SizeRangeFields(ProductLoaders loaders) {
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<SizeRangeRecord> sizeRange = bindings.object("SizeRange", SizeRangeRecord.class);
    sizeRange.column("id", SIZE_RANGE.ID);
    sizeRange.column("label", SIZE_RANGE.LABEL);
    sizeRange.column("name", SIZE_RANGE.LABEL);
    sizeRange.loadList("sizes", SizeRangeRecord::getId, loaders.sizesOfRanges);
    sizeRange.loadList("units", SizeRangeRecord::getId, loaders.unitsOfRanges);

    ObjectBinding<SizeRecord> size = bindings.object("Size", SizeRecord.class);
    size.column("id", SIZE.ID);
    size.column("label", SIZE.LABEL);
    size.column("name", SIZE.LABEL);

    ObjectBinding<UnitRecord> unit = bindings.object("Unit", UnitRecord.class);
    unit.column("id", UNIT.ID);
    unit.column("name", UNIT.NAME);
    unit.column("symbol", UNIT.SYMBOL);
  }
}
