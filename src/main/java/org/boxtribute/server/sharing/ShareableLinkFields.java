package org.boxtribute.server.sharing;

import static org.boxtribute.server.persistence.schema.Tables.SHAREABLE_LINK;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.organisation.OrganisationLoaders;
import org.boxtribute.server.persistence.schema.tables.records.ShareableLinkRecord;
import org.boxtribute.server.sharing.ShareableLinkError.InvalidDateError;

/** The fields of the type ShareableLink. */
@Singleton
final class ShareableLinkFields implements FieldBindings {
  private final OrganisationLoaders organisation;

  ShareableLinkFields(OrganisationLoaders organisation) {
    this.organisation = organisation;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.enumeration(ShareableView.class);
    ObjectBinding<ShareableLinkRecord> link =
        bindings.object("ShareableLink", ShareableLinkRecord.class);
    link.column("id", SHAREABLE_LINK.ID);
    link.column("code", SHAREABLE_LINK.CODE);
    link.column("validUntil", SHAREABLE_LINK.VALID_UNTIL);
    link.column("view", SHAREABLE_LINK.VIEW);
    link.load("base", ShareableLinkRecord::getBaseId, organisation.bases);
    link.column("urlParameters", SHAREABLE_LINK.URL_PARAMETERS);
    link.column("createdOn", SHAREABLE_LINK.CREATED_ON);
    link.load("createdBy", ShareableLinkRecord::getCreatedById, organisation.users);

    bindings.error(InvalidDateError.class).value("date", InvalidDateError::date);
  }
}
