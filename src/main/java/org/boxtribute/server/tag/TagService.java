package org.boxtribute.server.tag;

import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.security.Permission.TAG_WRITE;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.boxtribute.server.graphql.error.Rejection;
import org.boxtribute.server.graphql.error.UserError.EmptyNameError;
import org.boxtribute.server.graphql.error.UserError.ResourceDoesNotExistError;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.security.Requirement;
import org.boxtribute.server.tag.TagError.DeletedTagError;
import org.boxtribute.server.tag.TagError.InvalidColorError;

/** The rules by which tags change. */
@Singleton
final class TagService {
  private static final Requirement<TagRecord> WRITABLE =
      requires(TAG_WRITE).inBase(TagRecord::getBaseId);
  private static final Pattern COLOR = Pattern.compile("#(?:\\p{XDigit}{3}){1,2}");
  private static final Set<TaggableResourceType> ALL_RESOURCES =
      Set.of(TaggableResourceType.values());

  private final Transactions transactions;
  private final TagRepository tags;
  private final NewTags newTags;

  TagService(Transactions transactions, TagRepository tags, NewTags newTags) {
    this.transactions = transactions;
    this.tags = tags;
    this.newTags = newTags;
  }

  /** Adds a tag to a base. */
  TagRecord create(CurrentUser user, TagCreation creation) {
    requireColor(creation.color());
    return transactions.run(
        user, transaction -> newTags.create(transaction, List.of(creation)).getFirst());
  }

  /** Changes a tag, and takes it off what it no longer fits. */
  TagRecord update(CurrentUser user, TagUpdate update) {
    return transactions.run(user, transaction -> update(transaction, update));
  }

  /** Deletes a tag and takes it off everything, unless that was done before. */
  TagRecord delete(CurrentUser user, int id) {
    return transactions.run(user, transaction -> delete(transaction, id));
  }

  /** Deletes those of the tags that exist, are not deleted, and may be deleted by the user. */
  TagsResult delete(CurrentUser user, Collection<Integer> ids) {
    return transactions.run(user, transaction -> delete(transaction, ids));
  }

  private TagRecord update(Transaction transaction, TagUpdate update) {
    TagRecord tag = lockWritable(transaction, update.id());
    if (tag.getDeletedOn() != null) {
      throw new Rejection(new DeletedTagError(tag.getName()));
    }
    apply(update, tag);
    if (transaction
        .history()
        .changed(tag.getId(), tag, TAG.NAME, TAG.DESCRIPTION, TAG.COLOR, TAG.TYPE)) {
      tag.setLastModifiedOn(transaction.now());
      tag.setLastModifiedBy(transaction.user().id());
      tags.update(transaction, tag);
      tags.detach(transaction, Set.of(tag.getId()), misfits(tag.getType()));
    }
    return tags.written(transaction, tag.getId());
  }

  private TagRecord delete(Transaction transaction, int id) {
    TagRecord tag = lockWritable(transaction, id);
    if (tag.getDeletedOn() == null) {
      deleteLocked(transaction, Set.of(id));
    }
    return tags.written(transaction, id);
  }

  private TagsResult delete(Transaction transaction, Collection<Integer> ids) {
    Set<Integer> invalid = new TreeSet<>(ids);
    Set<Integer> valid =
        tags.lock(transaction, invalid, transaction.user().scope(TAG_WRITE)).stream()
            .map(TagRecord::getId)
            .collect(Collectors.toCollection(TreeSet::new));
    invalid.removeAll(valid);
    deleteLocked(transaction, valid);
    return new TagsResult(tags.written(transaction, valid), List.copyOf(invalid));
  }

  private void deleteLocked(Transaction transaction, Set<Integer> ids) {
    tags.detach(transaction, ids, ALL_RESOURCES);
    tags.delete(transaction, ids);
    ids.forEach(id -> transaction.history().deleted(TAG, id));
  }

  private TagRecord lockWritable(Transaction transaction, int id) {
    TagRecord tag =
        tags.lock(transaction, id)
            .orElseThrow(() -> new Rejection(new ResourceDoesNotExistError(id, "Tag")));
    WRITABLE.check(transaction.user(), tag);
    return tag;
  }

  private static void apply(TagUpdate update, TagRecord tag) {
    if (update.name() != null) {
      if (update.name().isBlank()) {
        throw new Rejection(new EmptyNameError());
      }
      tag.setName(update.name());
    }
    if (update.description() != null) {
      tag.setDescription(update.description());
    }
    if (update.color() != null) {
      requireColor(update.color());
      tag.setColor(update.color());
    }
    if (update.type() != null) {
      tag.setType(update.type());
    }
  }

  private static void requireColor(String color) {
    if (!COLOR.matcher(color).matches()) {
      throw new Rejection(new InvalidColorError(color));
    }
  }

  private static Set<TaggableResourceType> misfits(TagType type) {
    return Arrays.stream(TaggableResourceType.values())
        .filter(resourceType -> !type.fits(resourceType))
        .collect(Collectors.toSet());
  }
}
