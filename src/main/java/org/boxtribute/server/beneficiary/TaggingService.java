package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.tag.TagRelations;
import org.boxtribute.server.tag.TagRepository;
import org.boxtribute.server.warehouse.Boxes;
import org.jooq.Record;

/** The rules by which a single tag is attached to a box or a beneficiary, and taken off. */
@Singleton
final class TaggingService {
  private static final Requirement<TagRecord> ASSIGNABLE =
      requires(TAG_RELATION_ASSIGN).inBase(TagRecord::getBaseId);

  private final TagRepository tags;
  private final TagRelations relations;
  private final Boxes boxes;
  private final BeneficiaryRepository beneficiaries;

  TaggingService(
      TagRepository tags,
      TagRelations relations,
      Boxes boxes,
      BeneficiaryRepository beneficiaries) {
    this.tags = tags;
    this.relations = relations;
    this.boxes = boxes;
    this.beneficiaries = beneficiaries;
  }

  /** Attaches a tag, unless it is attached already. */
  Record assign(Transaction transaction, Tagging tagging) {
    TagRecord tag = lockAssignable(transaction, tagging);
    if (tag.getDeletedOn() != null) {
      throw new BadUserInput("The tag '" + tag.getId() + "' is deleted.");
    }
    if (!tag.getType().fits(tagging.resourceType())) {
      throw new BadUserInput(
          "The tag '%d' cannot be attached to a %s."
              .formatted(tag.getId(), tagging.resourceType().apiName()));
    }
    return changeResource(transaction, tagging, tag, () -> attach(transaction, tagging));
  }

  /** Takes a tag off, if it is attached. The resource counts as modified in any case. */
  Record unassign(Transaction transaction, Tagging tagging) {
    TagRecord tag = lockAssignable(transaction, tagging);
    return changeResource(
        transaction,
        tagging,
        tag,
        () -> {
          relations.detach(
              transaction,
              tagging.resourceType(),
              Set.of(tagging.resourceId()),
              Set.of(tagging.tagId()));
          return true;
        });
  }

  private boolean attach(Transaction transaction, Tagging tagging) {
    Map<Integer, Set<Integer>> lacking =
        relations.lacking(
            transaction,
            tagging.resourceType(),
            Set.of(tagging.resourceId()),
            Set.of(tagging.tagId()));
    relations.attach(transaction, tagging.resourceType(), lacking);
    return !lacking.isEmpty();
  }

  private TagRecord lockAssignable(Transaction transaction, Tagging tagging) {
    int id = tagging.tagId();
    TagRecord tag = tags.lock(transaction, Set.of(id)).get(id);
    if (tag == null) {
      throw BadUserInput.doesNotExist("Tag", id);
    }
    ASSIGNABLE.check(transaction.user(), tag);
    return tag;
  }

  /**
   * Changes the tags of a box or a beneficiary in the tag's base.
   *
   * @param change changes the tags, and tells whether the resource counts as modified
   * @return the row of the resource
   */
  private Record changeResource(
      Transaction transaction, Tagging tagging, TagRecord tag, BooleanSupplier change) {
    int id = tagging.resourceId();
    return switch (tagging.resourceType()) {
      case BOX -> {
        BoxRecord box =
            found(tagging, boxes.lockByIds(transaction, Set.of(id)).stream().findFirst());
        requireSameBase(tagging, tag, boxes.base(transaction, box));
        if (change.getAsBoolean()) {
          Boxes.touch(transaction, box);
          boxes.store(transaction, List.of(box));
        }
        yield boxes.written(transaction, List.of(box)).getFirst();
      }
      case BENEFICIARY -> {
        BeneficiaryRecord beneficiary = found(tagging, beneficiaries.lock(transaction, id));
        requireSameBase(tagging, tag, beneficiary.getBaseId());
        if (change.getAsBoolean()) {
          beneficiary.setLastModifiedOn(transaction.now());
          beneficiary.setLastModifiedBy(transaction.user().id());
          beneficiaries.update(transaction, beneficiary);
        }
        yield beneficiaries.written(transaction, id);
      }
    };
  }

  private static <R> R found(Tagging tagging, Optional<R> resource) {
    return resource.orElseThrow(
        () -> BadUserInput.doesNotExist(tagging.resourceType().apiName(), tagging.resourceId()));
  }

  private static void requireSameBase(Tagging tagging, TagRecord tag, int base) {
    if (base != tag.getBaseId()) {
      throw new BadUserInput(
          "The tag '%d' and the %s '%d' belong to different bases."
              .formatted(tag.getId(), tagging.resourceType().apiName(), tagging.resourceId()));
    }
  }
}
