package org.boxtribute.server.organisation;

import static org.boxtribute.server.persistence.schema.Tables.BASE;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.Bindings;
import org.boxtribute.server.graphql.FieldBindings;
import org.boxtribute.server.graphql.ObjectBinding;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;

/** The fields of the type Base that lead to no other room. */
@Singleton
final class BaseFields implements FieldBindings {
  private final OrganisationLoader organisations;

  BaseFields(OrganisationLoader organisations) {
    this.organisations = organisations;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<BaseRecord> base = bindings.object("Base", BaseRecord.class);
    base.column("id", BASE.ID);
    base.column("name", BASE.NAME);
    base.load("organisation", BaseRecord::getOrganisationId, organisations);
    base.column("freeshopCurrencyName", BASE.FREESHOP_CURRENCY_NAME);
    base.column("monetaryCurrencyCode", BASE.MONETARY_CURRENCY_CODE);
    base.column("deletedOn", BASE.DELETED_ON);
  }
}
