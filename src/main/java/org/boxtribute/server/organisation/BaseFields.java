package org.boxtribute.server.organisation;

import static org.boxtribute.server.persistence.schema.Tables.BASE;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.organisation.OrganisationError.DeletedBaseError;
import org.boxtribute.server.organisation.OrganisationError.InvalidBaseError;
import org.boxtribute.server.organisation.OrganisationError.UnauthorizedForBaseError;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;

/** The fields of the type Base that lead to no other room. */
@Singleton
final class BaseFields implements FieldBindings {
  private final OrganisationLoaders loaders;

  BaseFields(OrganisationLoaders loaders) {
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<BaseRecord> base = bindings.object("Base", BaseRecord.class);
    base.column("id", BASE.ID);
    base.column("name", BASE.NAME);
    base.load("organisation", BaseRecord::getOrganisationId, loaders.organisations);
    base.column("freeshopCurrencyName", BASE.FREESHOP_CURRENCY_NAME);
    base.column("monetaryCurrencyCode", BASE.MONETARY_CURRENCY_CODE);
    base.column("deletedOn", BASE.DELETED_ON);
    bindErrors(bindings);
  }

  private static void bindErrors(Bindings bindings) {
    ObjectBinding<UnauthorizedForBaseError> unauthorized =
        bindings.error(UnauthorizedForBaseError.class);
    unauthorized.value("id", UnauthorizedForBaseError::id);
    unauthorized.value("name", UnauthorizedForBaseError::name);
    unauthorized.value("organisationName", UnauthorizedForBaseError::organisationName);
    bindings.error(DeletedBaseError.class).value("name", DeletedBaseError::name);
    bindings.error(InvalidBaseError.class).value("ids", InvalidBaseError::ids);
  }
}
