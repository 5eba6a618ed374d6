package org.boxtribute.server.organisation;

import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Permission.ORGANISATION_READ;
import static org.boxtribute.server.security.Permission.USER_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import org.boxtribute.server.graphql.Arguments;
import org.boxtribute.server.graphql.BadUserInput;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.graphql.RootBinding;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.OrganisationRecord;
import org.boxtribute.server.persistence.schema.tables.records.UserRecord;

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
    RootBinding query = bindings.query();
    query
        .fetch("base", this::base)
        .guardedBy(requires(BASE_READ).inBase(arguments -> arguments.id("id")));
    query.fetch("bases", this::bases);
    query
        .fetch("organisation", this::organisation)
        .guardedBy(requires(ORGANISATION_READ).anywhere());
    query
        .fetch("organisations", (arguments, request) -> organisations.all())
        .guardedBy(requires(ORGANISATION_READ).anywhere());
    query.fetch("user", this::user).guardedBy(requires(USER_READ).anywhere());
    query.fetch("users", this::users).guardedBy(requires(USER_READ).anywhere());
  }

  private BaseRecord base(Arguments arguments, RequestContext request) {
    int id = arguments.id("id");
    return bases.find(id).orElseThrow(() -> BadUserInput.doesNotExist("Base", id));
  }

  private List<BaseRecord> bases(Arguments arguments, RequestContext request) {
    return bases.within(request.user().scope(BASE_READ), BaseFilter.from(arguments));
  }

  private OrganisationRecord organisation(Arguments arguments, RequestContext request) {
    int id = arguments.id("id");
    return organisations.find(id).orElseThrow(() -> BadUserInput.doesNotExist("Organisation", id));
  }

  private UserRecord user(Arguments arguments, RequestContext request) {
    Integer given = arguments.optionalId("id");
    int id = given == null ? request.user().id() : given;
    return users.find(id).orElseThrow(() -> BadUserInput.doesNotExist("User", id));
  }

  private List<UserRecord> users(Arguments arguments, RequestContext request) {
    return request.user().isGod() ? users.all() : List.of();
  }
}
