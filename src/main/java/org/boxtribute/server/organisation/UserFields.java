package org.boxtribute.server.organisation;

import static org.boxtribute.server.persistence.schema.Tables.USER;
import static org.boxtribute.server.security.Requirement.self;

import jakarta.inject.Singleton;
import java.util.OptionalInt;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.persistence.schema.tables.records.UserRecord;
import org.boxtribute.server.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the type User. Which bases and which organisation another user belongs to is known
 * to the token issuer alone, so these are told to the user themselves only.
 */
@Singleton
final class UserFields implements FieldBindings {
  private final OrganisationLoaders loaders;

  UserFields(OrganisationLoaders loaders) {
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<UserRecord> user = bindings.object("User", UserRecord.class);
    user.column("id", USER.ID);
    user.column("name", USER.NAME);
    user.column("email", USER.EMAIL).guardedBy(self(UserRecord::getId));
    user.load("organisation", UserFields::ownOrganisation, loaders.organisations);
    user.load("bases", UserFields::ownId, loaders.ownBases);
    user.column("validFirstDay", USER.VALID_FIRST_DAY);
    user.column("validLastDay", USER.VALID_LAST_DAY);
    user.column("lastLogin", USER.LAST_LOGIN);
    user.column("lastAction", USER.LAST_ACTION);
  }

  private static @Nullable Integer ownId(UserRecord user, CurrentUser asking) {
    return user.getId() == asking.id() ? user.getId() : null;
  }

  private static @Nullable Integer ownOrganisation(UserRecord user, CurrentUser asking) {
    OptionalInt organisation = asking.organisationId();
    return user.getId() == asking.id() && organisation.isPresent() ? organisation.getAsInt() : null;
  }
}
