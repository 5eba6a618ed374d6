package org.boxtribute.server.organisation;

import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Permission.ORGANISATION_READ;
import static org.boxtribute.server.security.Permission.USER_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.QueryBinding;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.UserRecord;
import org.boxtribute.server.security.CurrentUser;

/** The root query fields about organisations, bases and users. */
@Singleton
final class OrganisationQueries implements FieldBindings {
  private final OrganisationRepository organisations;
  private final BaseRepository bases;
  private final UserRepository users;

  OrganisationQueries(
      OrganisationRepository organisations, BaseRepository bases, UserRepository users) {
    this.organisations = organisations;
    this.bases = bases;
    this.users = users;
  }

  @Override
  public void bind(Bindings bindings) {
    QueryBinding query = bindings.query();
    query.fetch("base", this::base).guardedBy(requires(BASE_READ).inBase(asked -> asked.id("id")));
    query.list("bases", BASE_READ, (scope, asked) -> bases.within(scope, BaseFilter.from(asked)));
    query
        .one("organisation", organisations::find)
        .guardedBy(requires(ORGANISATION_READ).anywhere());
    query
        .fetch("organisations", (arguments, user) -> organisations.all())
        .guardedBy(requires(ORGANISATION_READ).anywhere());
    query.fetch("user", this::user).guardedBy(requires(USER_READ).anywhere());
    query.fetch("users", this::users).guardedBy(requires(USER_READ).anywhere());
  }

  /** A base that does not exist is refused as any other that is not the user's own. */
  private BaseRecord base(Arguments arguments, CurrentUser asking) {
    int id = arguments.id("id");
    return bases.find(id).orElseThrow(() -> BadUserInput.doesNotExist("Base", id));
  }

  private UserRecord user(Arguments arguments, CurrentUser asking) {
    Integer given = arguments.optionalId("id");
    int id = given == null ? asking.id() : given;
    return users.find(id).orElseThrow(() -> BadUserInput.doesNotExist("User", id));
  }

  private List<UserRecord> users(Arguments arguments, CurrentUser asking) {
    return asking.isGod() ? users.all() : List.of();
  }
}
