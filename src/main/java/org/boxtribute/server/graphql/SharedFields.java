package org.boxtribute.server.graphql;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.UserError.InsufficientPermissionError;
import org.boxtribute.server.graphql.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.graphql.UserError.UnauthorizedForBaseError;

/** The fields of the types that belong to no domain: the place of a page, and the error types. */
@Singleton
final class SharedFields implements FieldBindings {

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<PageInfo> page = bindings.object("PageInfo", PageInfo.class);
    page.value("hasPreviousPage", PageInfo::hasPreviousPage);
    page.value("hasNextPage", PageInfo::hasNextPage);
    page.value("startCursor", PageInfo::startCursor);
    page.value("endCursor", PageInfo::endCursor);

    bindings
        .object("InsufficientPermissionError", InsufficientPermissionError.class)
        .value("name", InsufficientPermissionError::name);

    ObjectBinding<UnauthorizedForBaseError> unauthorized =
        bindings.object("UnauthorizedForBaseError", UnauthorizedForBaseError.class);
    unauthorized.value("id", UnauthorizedForBaseError::id);
    unauthorized.value("name", UnauthorizedForBaseError::name);
    unauthorized.value("organisationName", UnauthorizedForBaseError::organisationName);

    ObjectBinding<ResourceDoesNotExistError> missing =
        bindings.object("ResourceDoesNotExistError", ResourceDoesNotExistError.class);
    missing.value("id", ResourceDoesNotExistError::id);
    missing.value("name", ResourceDoesNotExistError::name);
  }
}
