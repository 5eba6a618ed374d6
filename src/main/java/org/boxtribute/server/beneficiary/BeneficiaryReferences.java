package org.boxtribute.server.beneficiary;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.organisation.BaseRepository;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.tag.TagRepository;
import org.boxtribute.server.tag.TaggableResourceType;
import org.jspecify.annotations.Nullable;

/** Finds what new beneficiaries refer to, and locks it until they are stored. */
@Singleton
final class BeneficiaryReferences {
  private final BaseRepository bases;
  private final TagRepository tags;
  private final BeneficiaryRepository beneficiaries;

  BeneficiaryReferences(
      BaseRepository bases, TagRepository tags, BeneficiaryRepository beneficiaries) {
    this.bases = bases;
    this.tags = tags;
    this.beneficiaries = beneficiaries;
  }

  /**
   * Locks a base, then tags, then heads of families; of what no id is given, no statement is sent.
   */
  Locked lock(Transaction transaction, int base, Set<Integer> tagIds, Set<Integer> headIds) {
    return new Locked(
        base,
        bases.lockForShare(transaction, Set.of(base)).get(base),
        tagIds.isEmpty() ? Map.of() : tags.lock(transaction, tagIds),
        headIds.isEmpty() ? Map.of() : beneficiaries.lockForShare(transaction, headIds));
  }

  /**
   * What is there, by ids, be it deleted or not.
   *
   * @param base null if there is none
   */
  record Locked(
      int baseId,
      @Nullable BaseRecord base,
      Map<Integer, TagRecord> tags,
      Map<Integer, BeneficiaryRecord> heads) {

    /** Why a beneficiary of the base cannot have a tag, or null if they can. */
    @Nullable String objectionToTag(int id) {
      TagRecord tag = tags.get(id);
      if (tag == null) {
        return "There is no Tag '%d'.".formatted(id);
      }
      if (tag.getBaseId() != baseId) {
        return "The tag '%d' is not of the beneficiary's base.".formatted(id);
      }
      if (tag.getDeletedOn() != null) {
        return "The tag '%d' is deleted.".formatted(id);
      }
      return tag.getType().fits(TaggableResourceType.BENEFICIARY)
          ? null
          : "The tag '%d' cannot be attached to a beneficiary.".formatted(id);
    }

    /** Why somebody cannot be the head of a family of the base, or null if they can. */
    @Nullable String objectionToHead(int id) {
      return Families.objectionTo(heads.get(id), id, baseId);
    }
  }
}
