package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.persistence.schema.Tables.TRANSACTION;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.organisation.OrganisationLoaders;
import org.boxtribute.server.persistence.schema.tables.records.TransactionRecord;
import org.boxtribute.server.product.ProductLoaders;

/**
 * The fields of the type Transaction. Whoever sees the beneficiary sees what they got as well.
 *
 * <p>A transaction counts as created when it took place, by the user who served the beneficiary.
 */
@Singleton
final class TransactionFields implements FieldBindings {
  private final OrganisationLoaders organisation;
  private final ProductLoaders product;
  private final BeneficiaryLoaders loaders;

  TransactionFields(
      OrganisationLoaders organisation, ProductLoaders product, BeneficiaryLoaders loaders) {
    this.organisation = organisation;
    this.product = product;
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    ObjectBinding<TransactionRecord> transaction =
        bindings.object("Transaction", TransactionRecord.class);
    transaction.column("id", TRANSACTION.ID);
    transaction.load("beneficiary", TransactionRecord::getBeneficiaryId, loaders.beneficiaries);
    transaction.load("product", TransactionRecord::getProductId, product.products);
    transaction.column("count", TRANSACTION.COUNT);
    transaction.column("tokens", TRANSACTION.TOKENS);
    transaction.column("description", TRANSACTION.DESCRIPTION);
    transaction.column("createdOn", TRANSACTION.TRANSACTION_DATE);
    transaction.load("createdBy", TransactionRecord::getUserId, organisation.users);
  }
}
