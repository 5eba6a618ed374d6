package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;

/** The field of a tag that leads to what it is attached to. */
@Singleton
final class TaggedResourceFields implements FieldBindings {
  private final TaggedResourcesLoader resources;

  TaggedResourceFields(TaggedResourcesLoader resources) {
    this.resources = resources;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings
        .extend("Tag", TagRecord.class)
        .loadList("taggedResources", TagRecord::getId, resources);
  }
}
