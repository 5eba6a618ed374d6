package org.boxtribute.server.organisation;

import java.util.List;
import org.boxtribute.server.graphql.error.UserError;

/** Why a write is refused for the base that it is about. */
public sealed interface OrganisationError extends UserError {

  /** The user has the permission, but not for this base; of an unknown base the names are empty. */
  record UnauthorizedForBaseError(int id, String name, String organisationName)
      implements OrganisationError {}

  /** The base was deleted, so nothing may be added to it. */
  record DeletedBaseError(String name) implements OrganisationError {}

  /** The resources of one request are of several bases, or of none. */
  record InvalidBaseError(List<Integer> ids) implements OrganisationError {}
}
