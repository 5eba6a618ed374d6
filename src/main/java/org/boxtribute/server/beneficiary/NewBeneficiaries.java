package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;

import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.tag.TagRelations;
import org.boxtribute.server.tag.TaggableResourceType;

/** How beneficiaries come into being: with languages and tags, and with entries in the history. */
@Singleton
final class NewBeneficiaries {
  private final BeneficiaryRepository beneficiaries;
  private final TagRelations relations;

  NewBeneficiaries(BeneficiaryRepository beneficiaries, TagRelations relations) {
    this.beneficiaries = beneficiaries;
    this.relations = relations;
  }

  /** A new beneficiary, with the tags that they can have. */
  record NewBeneficiary(BeneficiaryRecord row, Set<Language> languages, Set<Integer> tagIds) {}

  /**
   * Stores new beneficiaries, as many by as few statements as one, and gives them back in their
   * order.
   *
   * @param news who they are to be, all with the same columns set
   */
  List<BeneficiaryRecord> store(Transaction transaction, List<NewBeneficiary> news) {
    news.forEach(beneficiary -> complete(transaction, beneficiary.row()));
    List<BeneficiaryRecord> stored =
        beneficiaries.insert(transaction, news.stream().map(NewBeneficiary::row).toList());
    Map<Integer, Set<Language>> languages = new TreeMap<>();
    Map<Integer, Set<Integer>> tags = new TreeMap<>();
    Iterator<BeneficiaryRecord> rows = stored.iterator();
    for (NewBeneficiary beneficiary : news) {
      int id = rows.next().getId();
      languages.put(id, beneficiary.languages());
      tags.put(id, beneficiary.tagIds());
      transaction.history().created(BENEFICIARY, id);
    }
    beneficiaries.insertLanguages(transaction, languages);
    relations.attach(transaction, TaggableResourceType.BENEFICIARY, tags);
    return stored;
  }

  /** With what the older application needs, and the columns that have no default. */
  private static void complete(Transaction transaction, BeneficiaryRecord row) {
    row.setCreatedOn(transaction.now());
    row.setCreatedBy(transaction.user().id());
    Families.place(row);
    row.setFamilyId(0);
    row.setBicyclebancomment("");
    row.setWorkshopbancomment("");
  }
}
