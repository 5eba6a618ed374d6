package org.boxtribute.server.sharing;

import static org.boxtribute.server.persistence.schema.Tables.SHAREABLE_LINK;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.ObjectBinding;
import org.boxtribute.server.graphql.UserError.InvalidDateError;
import org.boxtribute.server.organisation.BaseLoader;
import org.boxtribute.server.organisation.UserLoader;
import org.boxtribute.server.persistence.schema.tables.records.ShareableLinkRecord;

/** The fields of the type ShareableLink. */
@Singleton
final class ShareableLinkFields implements FieldBindings {
  private final BaseLoader bases;
  private final UserLoader users;

  ShareableLinkFields(BaseLoader bases, UserLoader users) {
    this.bases = bases;
    this.users = users;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<ShareableLinkRecord> link =
        bindings.object("ShareableLink", ShareableLinkRecord.class);
    link.column("id", SHAREABLE_LINK.ID);
    link.column("code", SHAREABLE_LINK.CODE);
    link.column("validUntil", SHAREABLE_LINK.VALID_UNTIL);
    link.column("view", SHAREABLE_LINK.VIEW);
    link.load("base", ShareableLinkRecord::getBaseId, bases);
    link.column("urlParameters", SHAREABLE_LINK.URL_PARAMETERS);
    link.column("createdOn", SHAREABLE_LINK.CREATED_ON);
    link.load("createdBy", ShareableLinkRecord::getCreatedById, users);

    bindings
        .object("InvalidDateError", InvalidDateError.class)
        .value("date", InvalidDateError::date);
  }
}
