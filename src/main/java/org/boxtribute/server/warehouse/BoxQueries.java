package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.security.CurrentUser;

/** The root query fields about boxes. */
@Singleton
final class BoxQueries implements FieldBindings {
  private final BoxRepository boxes;
  private final BoxAccess access;

  BoxQueries(BoxRepository boxes, BoxAccess access) {
    this.boxes = boxes;
    this.access = access;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query.fetch("box", this::box);
    query
        .fetch("boxes", this::boxes)
        .guardedBy(requires(STOCK_READ).inBase(arguments -> arguments.id("baseId")));
  }

  private BoxRecord box(Arguments arguments, CurrentUser user) {
    String label = arguments.requiredText("labelIdentifier");
    BoxRecord box = boxes.find(label).orElseThrow(() -> BadUserInput.doesNotExist("Box", label));
    access.check(user, STOCK_READ, box);
    return box;
  }

  private Page<BoxRecord> boxes(Arguments arguments, CurrentUser user) {
    return boxes.ofBase(arguments.id("baseId"), BoxSelection.from(arguments));
  }
}
