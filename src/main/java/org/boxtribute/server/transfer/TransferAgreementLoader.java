package org.boxtribute.server.transfer;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.Loader;
import org.boxtribute.server.graphql.RequestContext;

/** Transfer agreements by id, for whoever sees a shipment under them. */
@Singleton
final class TransferAgreementLoader implements Loader<Integer, AgreementWithBases> {
  private final TransferAgreementRepository agreements;

  TransferAgreementLoader(TransferAgreementRepository agreements) {
    this.agreements = agreements;
  }

  @Override
  public Map<Integer, AgreementWithBases> load(Set<Integer> ids, RequestContext request) {
    return agreements.byId(ids);
  }
}
