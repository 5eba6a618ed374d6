package org.boxtribute.server.tag;

import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.BadUserInput;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.persistence.type.TagType;

/** The root query fields about tags. */
@Singleton
final class TagQueries implements FieldBindings {
  private final TagRepository tags;

  TagQueries(TagRepository tags) {
    this.tags = tags;
  }

  @Override
  public void bind(Bindings bindings) {
    RootBinding query = bindings.query();
    query.fetch("tag", this::tag);
    query.fetch("tags", this::tags);
  }

  private TagRecord tag(Arguments arguments, RequestContext request) {
    int id = arguments.id("id");
    TagRecord tag = tags.find(id).orElseThrow(() -> BadUserInput.doesNotExist("Tag", id));
    requires(TAG_READ).inBase(TagRecord::getBaseId).check(request.user(), tag);
    return tag;
  }

  private List<TagRecord> tags(Arguments arguments, RequestContext request) {
    return tags.within(request.user().scope(TAG_READ), arguments.choice("tagType", TagType.class));
  }
}
