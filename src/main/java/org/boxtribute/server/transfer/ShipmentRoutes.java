package org.boxtribute.server.transfer;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.organisation.BaseRepository;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.jspecify.annotations.Nullable;

/** Between which bases shipments may go. */
@Singleton
final class ShipmentRoutes {
  private final BaseRepository bases;
  private final TransferAgreementRepository agreements;

  ShipmentRoutes(BaseRepository bases, TransferAgreementRepository agreements) {
    this.bases = bases;
    this.agreements = agreements;
  }

  /**
   * Demands that a shipment may go from one base to another: two bases of one organisation or,
   * under an agreement that is accepted, two that it holds for in this direction.
   *
   * @param agreement the agreement's id; null within an organisation
   * @throws BadUserInput if it may not
   */
  void require(Transaction transaction, int source, int target, @Nullable Integer agreement) {
    if (source == target) {
      throw new BadUserInput("A shipment has to go from one base to another.");
    }
    Map<Integer, BaseRecord> found = bases.lockForShare(transaction, Set.of(source, target));
    BaseRecord sourceBase = active(found, source);
    BaseRecord targetBase = active(found, target);
    if (agreement != null) {
      requireAgreed(transaction, source, target, agreement);
    } else if (!Objects.equals(sourceBase.getOrganisationId(), targetBase.getOrganisationId())) {
      throw new BadUserInput(
          "Without a transfer agreement, a shipment stays within one organisation.");
    }
  }

  private void requireAgreed(Transaction transaction, int source, int target, int id) {
    AgreementWithBases agreement =
        agreements
            .lockForShare(transaction, id)
            .orElseThrow(() -> BadUserInput.doesNotExist("TransferAgreement", id));
    agreement.requireState(Set.of(TransferAgreementState.ACCEPTED));
    if (!agreement.allows(source, target)) {
      throw new BadUserInput(
          "The transfer agreement '%d' does not hold for shipments from base '%d' to base '%d'."
              .formatted(id, source, target));
    }
  }

  private static BaseRecord active(Map<Integer, BaseRecord> found, int id) {
    BaseRecord base = found.get(id);
    if (base == null) {
      throw BadUserInput.doesNotExist("Base", id);
    }
    if (base.getDeletedOn() != null) {
      throw new BadUserInput("The base '" + id + "' is deleted.");
    }
    return base;
  }
}
