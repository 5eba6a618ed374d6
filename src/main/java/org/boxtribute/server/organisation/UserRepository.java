package org.boxtribute.server.organisation;

import static org.boxtribute.server.persistence.schema.Tables.USER;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boxtribute.server.persistence.schema.tables.records.UserRecord;
import org.jooq.DSLContext;

/** Statements about users. */
@Singleton
final class UserRepository {
  private final DSLContext sql;

  UserRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The users of the given ids. */
  Map<Integer, UserRecord> byId(Collection<Integer> ids) {
    return sql.selectFrom(USER).where(USER.ID.in(ids)).fetchMap(USER.ID);
  }

  /** The user of an id, if there is one. */
  Optional<UserRecord> find(int id) {
    return sql.selectFrom(USER).where(USER.ID.eq(id)).fetchOptional();
  }

  /** All users. */
  List<UserRecord> all() {
    return sql.selectFrom(USER).orderBy(USER.ID).fetch();
  }
}
