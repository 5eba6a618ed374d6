package org.boxtribute.server.organisation;

import static org.boxtribute.server.security.Permission.USER_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.UserRecord;

/** Users by id, for users who may read users. */
@Singleton
public final class UserLoader implements Loader<Integer, UserRecord> {
  private final UserRepository users;

  UserLoader(UserRepository users) {
    this.users = users;
  }

  @Override
  public Map<Integer, UserRecord> load(Set<Integer> ids, RequestContext request) {
    requires(USER_READ).anywhere().check(request.user(), ids);
    return users.byId(ids);
  }
}
