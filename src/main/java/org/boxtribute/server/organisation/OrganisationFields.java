package org.boxtribute.server.organisation;

import static org.boxtribute.server.persistence.schema.Tables.ORGANISATION;
import static org.boxtribute.server.security.Permission.BASE_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.persistence.schema.tables.records.OrganisationRecord;

/** The fields of the type Organisation. */
@Singleton
final class OrganisationFields implements FieldBindings {
  private final OrganisationLoaders loaders;

  OrganisationFields(OrganisationLoaders loaders) {
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<OrganisationRecord> organisation =
        bindings.object("Organisation", OrganisationRecord.class);
    organisation.column("id", ORGANISATION.ID);
    organisation.column("name", ORGANISATION.NAME);
    organisation
        .loadList(
            "bases", OrganisationRecord::getId, BaseFilter::from, loaders.basesOfOrganisations)
        .guardedBy(requires(BASE_READ).anywhere());
  }
}
