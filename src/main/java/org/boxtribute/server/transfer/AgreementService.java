package org.boxtribute.server.transfer;

import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_CREATE;
import static org.boxtribute.server.security.Permission.TRANSFER_AGREEMENT_EDIT;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.organisation.BaseRepository;
import org.boxtribute.server.organisation.OrganisationRepository;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.TransferAgreementRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;

/**
 * The rules by which organisations agree on transfers: one asks, the other accepts or rejects,
 * either cancels. Shipments that were started under an agreement outlive it.
 */
@Singleton
final class AgreementService {
  private static final Requirement<Set<Integer>> MAY_ASK_FOR =
      requires(TRANSFER_AGREEMENT_CREATE).inEveryBaseOf(bases -> bases);

  private static final Requirement<AgreementWithBases> MAY_ANSWER =
      requires(TRANSFER_AGREEMENT_EDIT).inEveryBaseOf(AgreementWithBases::partnerBases);

  private static final Requirement<AgreementWithBases> MAY_CANCEL =
      requires(TRANSFER_AGREEMENT_EDIT)
          .inEveryBaseOf(AgreementWithBases::sourceBases)
          .or(requires(TRANSFER_AGREEMENT_EDIT).inEveryBaseOf(AgreementWithBases::targetBases));

  private static final Set<TransferAgreementState> UNANSWERED =
      Set.of(TransferAgreementState.UNDER_REVIEW);

  private static final Set<TransferAgreementState> IN_FORCE =
      Set.of(TransferAgreementState.UNDER_REVIEW, TransferAgreementState.ACCEPTED);

  private final OrganisationRepository organisations;
  private final BaseRepository bases;
  private final TransferAgreementRepository agreements;

  AgreementService(
      OrganisationRepository organisations,
      BaseRepository bases,
      TransferAgreementRepository agreements) {
    this.organisations = organisations;
    this.bases = bases;
    this.agreements = agreements;
  }

  /** Asks for an agreement; who asks for the same at once is second, and told that it exists. */
  AgreementWithBases create(Transaction transaction, AgreementCreation creation) {
    if (creation.initiatingBases().isEmpty()) {
      throw new BadUserInput("The agreement needs a base of the organisation that asks for it.");
    }
    MAY_ASK_FOR.check(transaction.user(), creation.initiatingBases());
    if (creation.initiator() == creation.partner()) {
      throw new BadUserInput("An organisation needs no agreement with itself.");
    }
    AgreementPeriod period =
        AgreementPeriod.between(
            creation.firstDay(), creation.lastDay(), zone(transaction.user()), transaction.now());
    lockOrganisations(transaction, creation);
    Map<Integer, List<Integer>> activeBases =
        bases.lockActiveOf(transaction, Set.of(creation.initiator(), creation.partner()));
    Set<Integer> active = new TreeSet<>(activeBases.getOrDefault(creation.partner(), List.of()));
    Set<Integer> partnerBases = creation.partnerBases() == null ? active : creation.partnerBases();
    if (partnerBases.isEmpty()) {
      throw new BadUserInput("The partner organisation has no active base among those asked for.");
    }
    rejectDuplicate(transaction, creation, partnerBases, period);
    requireBases(
        creation.initiatingBases(), activeBases.getOrDefault(creation.initiator(), List.of()));
    requireBases(partnerBases, active);
    return stored(transaction, creation, partnerBases, period);
  }

  private void lockOrganisations(Transaction transaction, AgreementCreation creation) {
    Set<Integer> asked = new TreeSet<>(Set.of(creation.initiator(), creation.partner()));
    asked.removeAll(organisations.lock(transaction, asked));
    for (int unknown : asked) {
      throw BadUserInput.doesNotExist("Organisation", unknown);
    }
  }

  /**
   * The days of an agreement are those of the user who asks for it; without a time zone that is
   * known, those of UTC.
   */
  private static ZoneId zone(CurrentUser user) {
    try {
      return user.timezone() == null ? ZoneOffset.UTC : ZoneId.of(user.timezone());
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }

  /**
   * The same agreement is one of the same organisations that has all the bases and all the time.
   */
  private void rejectDuplicate(
      Transaction transaction,
      AgreementCreation creation,
      Set<Integer> partnerBases,
      AgreementPeriod period) {
    Set<Integer> asked = new TreeSet<>(creation.initiatingBases());
    asked.addAll(partnerBases);
    for (AgreementWithBases other :
        agreements.between(transaction, creation.initiator(), creation.partner(), IN_FORCE)) {
      if (other.bases().containsAll(asked) && other.period().contains(period)) {
        throw new BadUserInput(
            "An identical agreement already exists: its ID is %d."
                .formatted(other.agreement().getId()));
      }
    }
  }

  private static void requireBases(Set<Integer> asked, List<Integer> active) {
    requireBases(asked, Set.copyOf(active));
  }

  private static void requireBases(Set<Integer> asked, Set<Integer> active) {
    for (int base : asked) {
      if (!active.contains(base)) {
        throw new BadUserInput(
            "The base '%d' is deleted, or not one of its organisation's.".formatted(base));
      }
    }
  }

  private AgreementWithBases stored(
      Transaction transaction,
      AgreementCreation creation,
      Set<Integer> partnerBases,
      AgreementPeriod period) {
    boolean forwards = creation.initiatorIsSource();
    TransferAgreementRecord row = new TransferAgreementRecord();
    row.setSourceOrganisationId(forwards ? creation.initiator() : creation.partner());
    row.setTargetOrganisationId(forwards ? creation.partner() : creation.initiator());
    row.setType(creation.type());
    row.setState(TransferAgreementState.UNDER_REVIEW);
    row.setRequestedOn(transaction.now());
    row.setRequestedBy(transaction.user().id());
    row.setValidFrom(period.from());
    row.setValidUntil(period.until());
    row.setComment(creation.comment());
    return agreements.insert(
        transaction,
        new AgreementWithBases(
            row,
            forwards ? creation.initiatingBases() : partnerBases,
            forwards ? partnerBases : creation.initiatingBases()));
  }

  /** Accepts an agreement in the name of the organisation that was asked. */
  AgreementWithBases accept(Transaction transaction, int id) {
    AgreementWithBases agreement = locked(transaction, id, MAY_ANSWER, UNANSWERED);
    TransferAgreementRecord row = agreement.agreement();
    row.setState(TransferAgreementState.ACCEPTED);
    row.setAcceptedOn(transaction.now());
    row.setAcceptedBy(transaction.user().id());
    agreements.update(transaction, row);
    return agreement;
  }

  /** Rejects an agreement in the name of the organisation that was asked. */
  AgreementWithBases reject(Transaction transaction, int id) {
    return terminated(
        transaction,
        locked(transaction, id, MAY_ANSWER, UNANSWERED),
        TransferAgreementState.REJECTED);
  }

  /** Cancels an agreement in the name of either organisation. */
  AgreementWithBases cancel(Transaction transaction, int id) {
    return terminated(
        transaction,
        locked(transaction, id, MAY_CANCEL, IN_FORCE),
        TransferAgreementState.CANCELED);
  }

  private AgreementWithBases terminated(
      Transaction transaction, AgreementWithBases agreement, TransferAgreementState state) {
    TransferAgreementRecord row = agreement.agreement();
    row.setState(state);
    row.setTerminatedOn(transaction.now());
    row.setTerminatedBy(transaction.user().id());
    agreements.update(transaction, row);
    return agreement;
  }

  private AgreementWithBases locked(
      Transaction transaction,
      int id,
      Requirement<AgreementWithBases> rule,
      Set<TransferAgreementState> states) {
    AgreementWithBases agreement =
        agreements
            .lock(transaction, id)
            .orElseThrow(() -> BadUserInput.doesNotExist("TransferAgreement", id));
    rule.check(transaction.user(), agreement);
    agreement.requireState(states);
    return agreement;
  }
}
