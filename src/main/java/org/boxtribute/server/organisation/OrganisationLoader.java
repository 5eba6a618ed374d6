package org.boxtribute.server.organisation;

import static org.boxtribute.server.security.Permission.ORGANISATION_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;
import org.boxtribute.server.persistence.schema.tables.records.OrganisationRecord;

/** Organisations by id, for users who may read organisations. */
@Singleton
public final class OrganisationLoader implements Loader<Integer, OrganisationRecord> {
  private final OrganisationRepository organisations;

  OrganisationLoader(OrganisationRepository organisations) {
    this.organisations = organisations;
  }

  @Override
  public Map<Integer, OrganisationRecord> load(Set<Integer> ids, RequestContext request) {
    requires(ORGANISATION_READ).anywhere().check(request.user(), ids);
    return organisations.byId(ids);
  }
}
