package org.boxtribute.server.transfer;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.OldLoader;
import org.boxtribute.server.security.CurrentUser;

/** Transfer agreements by id, for whoever sees a shipment under them. */
@Singleton
final class TransferAgreementLoader implements OldLoader<Integer, AgreementWithBases> {
  private final TransferAgreementRepository agreements;

  TransferAgreementLoader(TransferAgreementRepository agreements) {
    this.agreements = agreements;
  }

  @Override
  public Map<Integer, AgreementWithBases> load(Set<Integer> ids, CurrentUser user) {
    return agreements.byId(ids);
  }
}
