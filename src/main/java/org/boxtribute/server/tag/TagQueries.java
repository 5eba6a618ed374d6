package org.boxtribute.server.tag;

import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.CurrentUser;

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
    query.fetch("tag", this::tag);
    query.fetch("tags", this::tags);
  }

  private TagRecord tag(Arguments arguments, CurrentUser user) {
    int id = arguments.id("id");
    TagRecord tag = tags.find(id).orElseThrow(() -> BadUserInput.doesNotExist("Tag", id));
    requires(TAG_READ).inBase(TagRecord::getBaseId).check(user, tag);
    return tag;
  }

  private List<TagRecord> tags(Arguments arguments, CurrentUser user) {
    return tags.within(user.scope(TAG_READ), arguments.choice("tagType", TagType.class));
  }
}
