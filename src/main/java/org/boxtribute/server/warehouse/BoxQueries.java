package org.boxtribute.server.warehouse;

import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.BadUserInput;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.Page;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;

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
    RootBinding query = bindings.query();
    query.fetch("box", this::box);
    query
        .fetch("boxes", this::boxes)
        .guardedBy(requires(STOCK_READ).inBase(arguments -> arguments.id("baseId")));
  }

  private BoxRecord box(Arguments arguments, RequestContext request) {
    String label = arguments.requiredText("labelIdentifier");
    BoxRecord box = boxes.find(label).orElseThrow(() -> BadUserInput.doesNotExist("Box", label));
    access.check(request.user(), STOCK_READ, box);
    return box;
  }

  private Page<BoxRecord> boxes(Arguments arguments, RequestContext request) {
    return boxes.ofBase(arguments.id("baseId"), BoxSelection.from(arguments));
  }
}
