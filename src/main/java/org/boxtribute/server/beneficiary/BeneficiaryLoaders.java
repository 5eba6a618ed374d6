package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.security.Permission.BENEFICIARY_READ;
import static org.boxtribute.server.security.Permission.TAG_RELATION_READ;
import static org.boxtribute.server.security.Permission.TRANSACTION_READ;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.boxtribute.server.graphql.binding.Loader;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.persistence.schema.tables.records.TransactionRecord;
import org.jooq.Record;

/** The look-ups of beneficiaries, of what they got and of what tags are attached to. */
@Singleton
final class BeneficiaryLoaders {

  /** Beneficiaries by id; the fields that lead to one guard themselves. */
  final Loader<Integer, BeneficiaryRecord> beneficiaries;

  /** Pages of the beneficiaries of bases. */
  final Loader<Loader.Keyed<BeneficiarySelection, Integer>, Page<BeneficiaryRecord>>
      beneficiariesOfBases;

  /** The languages that beneficiaries speak. */
  final Loader<Integer, List<Language>> languages;

  /** The tags that are attached to beneficiaries. */
  final Loader<Integer, List<TagRecord>> tags;

  /** How many tokens beneficiaries have left. */
  final Loader<Integer, Long> tokens;

  /** What beneficiaries got and spent. */
  final Loader<Integer, List<TransactionRecord>> transactions;

  /**
   * The boxes, and the beneficiaries of the user's bases, that tags are attached to, ordered by id.
   */
  final Loader<Integer, List<Record>> taggedResources;

  BeneficiaryLoaders(BeneficiaryRepository beneficiaries, TransactionRepository transactions) {
    this.beneficiaries = Loader.of(beneficiaries::byId);
    this.beneficiariesOfBases = Loader.withArguments(beneficiaries::ofBases);
    this.languages = Loader.of(beneficiaries::languages);
    this.tags = Loader.of(beneficiaries::tags);
    this.tokens = Loader.of(transactions::tokens).requiring(TRANSACTION_READ);
    this.transactions = Loader.of(transactions::ofBeneficiaries).requiring(TRANSACTION_READ);
    this.taggedResources =
        Loader.<Integer, List<Record>>within(
                BENEFICIARY_READ,
                (ids, scope) ->
                    merged(
                        ids, beneficiaries.boxesWithTags(ids), beneficiaries.withTags(ids, scope)))
            .requiring(TAG_RELATION_READ);
  }

  private static Map<Integer, List<Record>> merged(
      Set<Integer> tags,
      Map<Integer, List<BoxRecord>> boxes,
      Map<Integer, List<BeneficiaryRecord>> people) {
    Map<Integer, List<Record>> resources = new HashMap<>();
    for (Integer tag : tags) {
      resources.put(
          tag, merged(boxes.getOrDefault(tag, List.of()), people.getOrDefault(tag, List.of())));
    }
    return resources;
  }

  private static List<Record> merged(List<BoxRecord> boxes, List<BeneficiaryRecord> people) {
    return Stream.concat(
            boxes.stream().map(box -> new Resource(box.getId(), box)),
            people.stream().map(person -> new Resource(person.getId(), person)))
        .sorted(Comparator.comparingInt(Resource::id))
        .map(Resource::row)
        .toList();
  }

  private record Resource(int id, Record row) {}
}
