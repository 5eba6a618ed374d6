package org.boxtribute.server.beneficiary;

import static java.util.stream.Collectors.toCollection;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.boxtribute.server.beneficiary.NewBeneficiaries.NewBeneficiary;
import org.boxtribute.server.graphql.error.ApiException;
import org.boxtribute.server.graphql.error.ErrorCode;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.graphql.error.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.organisation.OrganisationError.DeletedBaseError;
import org.boxtribute.server.persistence.Transaction;

/** The rules by which many beneficiaries of one base are created at once. */
@Singleton
final class BeneficiaryImportService {
  private final BeneficiaryReferences references;
  private final NewBeneficiaries newBeneficiaries;

  BeneficiaryImportService(BeneficiaryReferences references, NewBeneficiaries newBeneficiaries) {
    this.references = references;
    this.newBeneficiaries = newBeneficiaries;
  }

  /**
   * Creates all of the beneficiaries or, if one row has a value that cannot be stored as it was
   * given, none. They do not count as modified.
   */
  BeneficiariesResult create(Transaction transaction, BeneficiaryImport list) {
    if (list.rows().isEmpty()) {
      return new BeneficiariesResult(List.of());
    }
    BeneficiaryReferences.Locked locked = lock(transaction, list);
    rejectMissingBase(locked);
    refuseInvalid(list, locked);
    List<NewBeneficiary> news = new ArrayList<>();
    for (ImportedRow imported : list.rows()) {
      imported.row().setBaseId(list.baseId());
      news.add(new NewBeneficiary(imported.row(), imported.languages(), imported.tagIds()));
    }
    return new BeneficiariesResult(newBeneficiaries.store(transaction, news));
  }

  private BeneficiaryReferences.Locked lock(Transaction transaction, BeneficiaryImport list) {
    Set<Integer> tags = new TreeSet<>();
    list.rows().forEach(imported -> tags.addAll(imported.tagIds()));
    Set<Integer> heads =
        list.rows().stream()
            .map(imported -> imported.row().getFamilyHeadId())
            .filter(Objects::nonNull)
            .collect(toCollection(TreeSet::new));
    return references.lock(transaction, list.baseId(), tags, heads);
  }

  private static void rejectMissingBase(BeneficiaryReferences.Locked locked) {
    if (locked.base() == null) {
      throw new Rejection(new ResourceDoesNotExistError(locked.baseId(), "Base"));
    }
    if (locked.base().getDeletedOn() != null) {
      throw new Rejection(new DeletedBaseError(locked.base().getName()));
    }
  }

  private static void refuseInvalid(BeneficiaryImport list, BeneficiaryReferences.Locked locked) {
    Map<String, Object> invalidRows = new LinkedHashMap<>();
    for (int number = 0; number < list.rows().size(); number++) {
      List<InvalidField> invalid = invalidFields(list.rows().get(number), locked);
      if (!invalid.isEmpty()) {
        invalidRows.put(
            String.valueOf(number), invalid.stream().map(InvalidField::asData).toList());
      }
    }
    if (!invalidRows.isEmpty()) {
      throw new ApiException(
          ErrorCode.BAD_USER_INPUT,
          "Nobody was imported, as some values cannot be stored: see invalid_fields.",
          Map.of("invalid_fields", invalidRows));
    }
  }

  private static List<InvalidField> invalidFields(
      ImportedRow imported, BeneficiaryReferences.Locked locked) {
    List<InvalidField> invalid = new ArrayList<>(imported.invalid());
    Integer head = imported.row().getFamilyHeadId();
    if (head != null && locked.objectionToHead(head) != null) {
      invalid.add(new InvalidField("familyHeadId", head, null));
    }
    List<Integer> possible =
        imported.tagIds().stream().filter(id -> locked.objectionToTag(id) == null).toList();
    if (possible.size() < imported.tagIds().size()) {
      invalid.add(new InvalidField("tagIds", List.copyOf(imported.tagIds()), possible));
    }
    return invalid;
  }
}
