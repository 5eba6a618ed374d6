package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;
import static org.boxtribute.server.security.Permission.BENEFICIARY_DELETE;
import static org.boxtribute.server.security.Permission.BENEFICIARY_EDIT;
import static org.boxtribute.server.security.Permission.BENEFICIARY_LANGUAGE_ASSIGN;
import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.security.Requirement;
import org.jspecify.annotations.Nullable;

/** The rules by which beneficiaries change. */
@Singleton
final class BeneficiaryService {
  private static final Requirement<BeneficiaryRecord> MAY_EDIT =
      requires(BENEFICIARY_EDIT)
          .inBase(BeneficiaryRecord::getBaseId)
          .and(requires(TAG_READ).inBase(BeneficiaryRecord::getBaseId))
          .and(requires(BENEFICIARY_LANGUAGE_ASSIGN).anywhere())
          .and(requires(TAG_RELATION_ASSIGN).anywhere());
  private static final Requirement<BeneficiaryRecord> MAY_DEACTIVATE =
      requires(BENEFICIARY_DELETE).inBase(BeneficiaryRecord::getBaseId);

  private final BeneficiaryRepository beneficiaries;
  private final Families families;

  BeneficiaryService(BeneficiaryRepository beneficiaries, Families families) {
    this.beneficiaries = beneficiaries;
    this.families = families;
  }

  /**
   * Changes a beneficiary. They count as modified where the history has something to tell; it tells
   * nothing of languages, nor of what a signature looks like.
   */
  BeneficiaryRecord update(Transaction transaction, BeneficiaryUpdate update) {
    Set<Integer> ids = new TreeSet<>(Set.of(update.id()));
    Integer head = update.familyHeadId();
    if (head != null) {
      families.awaitTurn(transaction, update.id());
      ids.add(head);
    }
    Map<Integer, BeneficiaryRecord> locked = beneficiaries.lock(transaction, ids);
    BeneficiaryRecord beneficiary = found(locked.get(update.id()), update.id());
    MAY_EDIT.check(transaction.user(), beneficiary);
    update.applyTo(beneficiary);
    SignatureDay day = SignatureDay.of(beneficiary, update.dateOfSignature());
    day.applyTo(beneficiary);
    if (head != null && !isKept(head, beneficiary)) {
      families.join(transaction, beneficiary, head, locked);
    }
    if (noteChanges(transaction, beneficiary, day)) {
      beneficiary.setLastModifiedOn(transaction.now());
      beneficiary.setLastModifiedBy(transaction.user().id());
    }
    beneficiaries.update(transaction, beneficiary);
    if (update.languages() != null) {
      beneficiaries.replaceLanguages(transaction, update.id(), update.languages());
    }
    return beneficiaries.written(transaction, update.id());
  }

  /** A head who was made that before stays it, whatever has become of them. */
  private static boolean isKept(int head, BeneficiaryRecord beneficiary) {
    return head != beneficiary.getId()
        && Integer.valueOf(head).equals(beneficiary.getFamilyHeadId());
  }

  /** In the order in which existing entries tell of one change. */
  private static boolean noteChanges(
      Transaction transaction, BeneficiaryRecord beneficiary, SignatureDay day) {
    int id = beneficiary.getId();
    boolean changed =
        transaction
            .history()
            .changed(
                id,
                beneficiary,
                BENEFICIARY.FIRST_NAME,
                BENEFICIARY.LAST_NAME,
                BENEFICIARY.NOT_REGISTERED,
                BENEFICIARY.IS_VOLUNTEER,
                BENEFICIARY.COMMENT,
                BENEFICIARY.GROUP_IDENTIFIER);
    if (day.isChanged()) {
      transaction.history().note(BENEFICIARY, id, day.inWords());
    }
    return transaction
            .history()
            .changed(
                id,
                beneficiary,
                BENEFICIARY.DATE_OF_BIRTH,
                BENEFICIARY.GENDER,
                BENEFICIARY.SIGNED,
                BENEFICIARY.FAMILY_HEAD_ID)
        || changed
        || day.isChanged();
  }

  /**
   * Deactivates a beneficiary, and those of their family in the base who are still active, the
   * members of members included. Who is deactivated already stays so since then.
   */
  BeneficiaryRecord deactivate(Transaction transaction, int id) {
    BeneficiaryRecord beneficiary = found(beneficiaries.lock(transaction, id).orElse(null), id);
    MAY_DEACTIVATE.check(transaction.user(), beneficiary);
    List<Integer> leaving = membersOf(transaction, beneficiary);
    if (beneficiary.getDeletedOn() == null) {
      leaving.add(id);
    }
    beneficiaries.deactivate(transaction, leaving);
    leaving.forEach(one -> transaction.history().deleted(BENEFICIARY, one));
    return beneficiaries.written(transaction, id);
  }

  /** The active ones, those farthest from the head first. */
  private List<Integer> membersOf(Transaction transaction, BeneficiaryRecord head) {
    Map<Integer, BeneficiaryRecord> family = new LinkedHashMap<>(Map.of(head.getId(), head));
    List<Integer> members = new ArrayList<>();
    Collection<Integer> heads = Set.of(head.getId());
    while (!heads.isEmpty()) {
      List<Integer> next = new ArrayList<>();
      for (BeneficiaryRecord member :
          beneficiaries.lockActiveMembers(transaction, heads, head.getBaseId())) {
        if (family.putIfAbsent(member.getId(), member) == null) {
          next.add(member.getId());
        }
      }
      members.addAll(0, next);
      heads = next;
    }
    return members;
  }

  private static BeneficiaryRecord found(@Nullable BeneficiaryRecord beneficiary, int id) {
    if (beneficiary == null) {
      throw BadUserInput.doesNotExist("Beneficiary", id);
    }
    return beneficiary;
  }
}
