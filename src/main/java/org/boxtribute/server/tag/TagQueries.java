package org.boxtribute.server.tag;

import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;

/** The root query fields about tags. */
@Singleton
final class TagQueries implements FieldBindings {
  private final TagRepository tags;

  TagQueries(TagRepository tags) {
    this.tags = tags;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query.one("tag", tags::find).guardedBy(requires(TAG_READ).inBase(TagRecord::getBaseId));
    query.list(
        "tags",
        TAG_READ,
        (scope, arguments) -> tags.within(scope, arguments.choice("tagType", TagType.class)));
  }
}
