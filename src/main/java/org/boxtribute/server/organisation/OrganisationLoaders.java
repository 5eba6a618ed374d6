package org.boxtribute.server.organisation;

import static java.util.stream.Collectors.toMap;
import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Permission.ORGANISATION_READ;
import static org.boxtribute.server.security.Permission.USER_READ;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.boxtribute.server.graphql.binding.Loader;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.OrganisationRecord;
import org.boxtribute.server.persistence.schema.tables.records.UserRecord;

/** The look-ups of organisations, their bases and users. */
@Singleton
public final class OrganisationLoaders {
  private static final BaseFilter WITH_DELETED = new BaseFilter(true);

  /** Bases by id, deleted ones included; the fields that lead to one guard themselves. */
  public final Loader<Integer, BaseRecord> bases;

  /** Organisations by id, deleted ones included. */
  public final Loader<Integer, OrganisationRecord> organisations;

  /** Users by id. */
  public final Loader<Integer, UserRecord> users;

  /** The bases of organisations. */
  final Loader<Loader.Keyed<BaseFilter, Integer>, List<BaseRecord>> basesOfOrganisations;

  /** The bases of the user who asks, by that user's id. */
  final Loader<Integer, List<BaseRecord>> ownBases;

  OrganisationLoaders(
      OrganisationRepository organisations, BaseRepository bases, UserRepository users) {
    this.bases = Loader.of(bases::byId);
    this.organisations = Loader.of(organisations::byId).requiring(ORGANISATION_READ);
    this.users = Loader.of(users::byId).requiring(USER_READ);
    this.basesOfOrganisations = Loader.withArguments(bases::ofOrganisations);
    this.ownBases =
        Loader.within(
            BASE_READ,
            (ids, scope) -> {
              List<BaseRecord> own = bases.within(scope, WITH_DELETED);
              return ids.stream().collect(toMap(Function.identity(), id -> own));
            });
  }
}
