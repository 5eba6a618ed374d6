package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.boxtribute.server.beneficiary.NewBeneficiaries.NewBeneficiary;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.jspecify.annotations.Nullable;

/** The rules by which a single beneficiary is created. */
@Singleton
final class BeneficiaryCreationService {
  private final BeneficiaryReferences references;
  private final NewBeneficiaries newBeneficiaries;

  BeneficiaryCreationService(BeneficiaryReferences references, NewBeneficiaries newBeneficiaries) {
    this.references = references;
    this.newBeneficiaries = newBeneficiaries;
  }

  /** Creates a beneficiary, who counts as modified from the start. */
  BeneficiaryRecord create(Transaction transaction, BeneficiaryCreation creation) {
    Integer head = creation.familyHeadId();
    BeneficiaryReferences.Locked locked =
        references.lock(
            transaction,
            creation.baseId(),
            creation.tagIds(),
            head == null ? Set.of() : Set.of(head));
    requireActiveBase(locked);
    creation.tagIds().forEach(id -> refuseFor(locked.objectionToTag(id)));
    if (head != null) {
      refuseFor(locked.objectionToHead(head));
    }
    BeneficiaryRecord row = creation.toRow();
    row.setLastModifiedOn(transaction.now());
    row.setLastModifiedBy(transaction.user().id());
    return newBeneficiaries
        .store(
            transaction, List.of(new NewBeneficiary(row, creation.languages(), creation.tagIds())))
        .getFirst();
  }

  private static void requireActiveBase(BeneficiaryReferences.Locked locked) {
    if (locked.base() == null) {
      throw BadUserInput.doesNotExist("Base", locked.baseId());
    }
    if (locked.base().getDeletedOn() != null) {
      throw new BadUserInput("The base '" + locked.baseId() + "' is deleted.");
    }
  }

  private static void refuseFor(@Nullable String objection) {
    if (objection != null) {
      throw new BadUserInput(objection);
    }
  }
}
