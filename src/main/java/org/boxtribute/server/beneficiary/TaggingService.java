package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.security.Permission.TAG_RELATION_ASSIGN;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Set;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.tag.TagRepository;
import org.jooq.Record;

/** The rules by which a single tag is attached to a box or a beneficiary, and taken off. */
@Singleton
final class TaggingService {
  private static final Requirement<TagRecord> ASSIGNABLE =
      requires(TAG_RELATION_ASSIGN).inBase(TagRecord::getBaseId);

  private final Transactions transactions;
  private final TagRepository tags;
  private final TaggingRepository taggings;

  TaggingService(Transactions transactions, TagRepository tags, TaggingRepository taggings) {
    this.transactions = transactions;
    this.tags = tags;
    this.taggings = taggings;
  }

  /** Attaches a tag, unless it is attached already. */
  Record assign(CurrentUser user, Tagging tagging) {
    return transactions.run(user, transaction -> assign(transaction, tagging));
  }

  /** Takes a tag off, if it is attached. The resource counts as modified in any case. */
  Record unassign(CurrentUser user, Tagging tagging) {
    return transactions.run(user, transaction -> unassign(transaction, tagging));
  }

  private Record assign(Transaction transaction, Tagging tagging) {
    TagRecord tag = lockAssignable(transaction, tagging);
    if (tag.getDeletedOn() != null) {
      throw new BadUserInput("The tag '" + tag.getId() + "' is deleted.");
    }
    if (!tag.getType().fits(tagging.resourceType())) {
      throw new BadUserInput(
          "The tag '%d' cannot be attached to a %s."
              .formatted(tag.getId(), tagging.resourceType().apiName()));
    }
    lockResource(transaction, tagging, tag);
    if (!taggings.isAttached(transaction, tagging)) {
      taggings.attach(transaction, tagging);
      taggings.markModified(transaction, tagging);
    }
    return taggings.resource(transaction, tagging);
  }

  private Record unassign(Transaction transaction, Tagging tagging) {
    TagRecord tag = lockAssignable(transaction, tagging);
    lockResource(transaction, tagging, tag);
    taggings.detach(transaction, tagging);
    taggings.markModified(transaction, tagging);
    return taggings.resource(transaction, tagging);
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

  private void lockResource(Transaction transaction, Tagging tagging, TagRecord tag) {
    String type = tagging.resourceType().apiName();
    int base =
        taggings
            .lockResource(transaction, tagging)
            .orElseThrow(() -> BadUserInput.doesNotExist(type, tagging.resourceId()));
    if (base != tag.getBaseId()) {
      throw new BadUserInput(
          "The tag '%d' and the %s '%d' belong to different bases."
              .formatted(tag.getId(), type, tagging.resourceId()));
    }
  }
}
