package org.boxtribute.server.graphql.schema;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.graphql.error.UserError.EmptyNameError;
import org.boxtribute.server.graphql.error.UserError.InsufficientPermissionError;
import org.boxtribute.server.graphql.error.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.graphql.paging.PageInfo;

/** What belongs to no single room: the place of a page, and the errors of all writes. */
@Singleton
final class CommonFields implements FieldBindings {

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<PageInfo> page = bindings.object("PageInfo", PageInfo.class);
    page.value("hasPreviousPage", PageInfo::hasPreviousPage);
    page.value("hasNextPage", PageInfo::hasNextPage);
    page.value("startCursor", PageInfo::startCursor);
    page.value("endCursor", PageInfo::endCursor);

    bindings
        .error(InsufficientPermissionError.class)
        .value("name", InsufficientPermissionError::name);
    ObjectBinding<ResourceDoesNotExistError> missing =
        bindings.error(ResourceDoesNotExistError.class);
    missing.value("id", ResourceDoesNotExistError::id);
    missing.value("name", ResourceDoesNotExistError::name);
    bindings.error(EmptyNameError.class).value("_", error -> null);
  }
}
