package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.organisation.BaseRepository;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.jspecify.annotations.Nullable;

/**
 * Who may be the head of whose family. Nothing is said of somebody of another base, not even that
 * they are there.
 */
@Singleton
final class Families {

  /** The older application lists the members of a family by this: the head before the others. */
  private static final int SEQ_OF_HEAD = 1;

  private static final int SEQ_OF_MEMBER = 2;

  private final BaseRepository bases;
  private final BeneficiaryRepository beneficiaries;

  Families(BaseRepository bases, BeneficiaryRepository beneficiaries) {
    this.bases = bases;
    this.beneficiaries = beneficiaries;
  }

  /** Sets the place in the list of the family that follows from whether there is a head. */
  static void place(BeneficiaryRecord beneficiary) {
    beneficiary.setSeq(beneficiary.getFamilyHeadId() == null ? SEQ_OF_HEAD : SEQ_OF_MEMBER);
  }

  /**
   * Why somebody cannot be the head of a family, or null if they can.
   *
   * @param head null if there is nobody of this id
   */
  static @Nullable String objectionTo(@Nullable BeneficiaryRecord head, int id, int base) {
    if (head == null || head.getBaseId() != base) {
      return "There is no beneficiary '%d' in the base who could be the family head.".formatted(id);
    }
    return head.getDeletedOn() == null
        ? null
        : "The beneficiary '%d' is deactivated and cannot be the family head.".formatted(id);
  }

  /**
   * Locks the base of a beneficiary, if there is one, before the beneficiary is locked: members get
   * other heads one after the other, so that two who join each other's families at once cannot
   * close a circle.
   */
  void awaitTurn(Transaction transaction, int beneficiary) {
    beneficiaries.baseOf(transaction, beneficiary).ifPresent(base -> bases.lock(transaction, base));
  }

  /**
   * Makes a beneficiary a member of a family, when it is its turn.
   *
   * @param locked the beneficiary and the head, as far as there is one, by their ids
   * @throws BadUserInput if the head cannot be that
   */
  void join(
      Transaction transaction,
      BeneficiaryRecord beneficiary,
      int headId,
      Map<Integer, BeneficiaryRecord> locked) {
    int id = beneficiary.getId();
    if (headId == id) {
      throw new BadUserInput("The beneficiary '%d' cannot be their own family head.".formatted(id));
    }
    BeneficiaryRecord head = locked.get(headId);
    String objection = objectionTo(head, headId, beneficiary.getBaseId());
    if (objection != null) {
      throw new BadUserInput(objection);
    }
    if (isBelow(transaction, head, id)) {
      throw new BadUserInput(
          "The beneficiary '%d' is a member of the family of '%d' and cannot be its head."
              .formatted(headId, id));
    }
    beneficiary.setFamilyHeadId(headId);
    place(beneficiary);
  }

  private boolean isBelow(Transaction transaction, @Nullable BeneficiaryRecord member, int id) {
    Set<Integer> seen = new HashSet<>();
    BeneficiaryRecord current = member;
    while (current != null && current.getFamilyHeadId() != null && seen.add(current.getId())) {
      int above = current.getFamilyHeadId();
      if (above == id) {
        return true;
      }
      current = beneficiaries.written(transaction, above);
    }
    return false;
  }
}
