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
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
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

  private final TagRepository tags;
  private final TagRelations relations;
  private final NewTags newTags;

  TagService(TagRepository tags, TagRelations relations, NewTags newTags) {
    this.tags = tags;
    this.relations = relations;
    this.newTags = newTags;
  }

  /** Adds a tag to a base. */
  TagRecord create(Transaction transaction, TagCreation creation) {
    requireColor(creation.color());
    return newTags.create(transaction, List.of(creation)).getFirst();
  }

  /** Changes a tag, and takes it off what it no longer fits. */
  TagRecord update(Transaction transaction, TagUpdate update) {
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
      relations.detachEverywhere(transaction, Set.of(tag.getId()), misfits(tag.getType()));
    }
    return tags.written(transaction, Set.of(tag.getId())).getFirst();
  }

  /** Deletes a tag and takes it off everything, unless that was done before. */
  TagRecord delete(Transaction transaction, int id) {
    TagRecord tag = lockWritable(transaction, id);
    if (tag.getDeletedOn() == null) {
      deleteLocked(transaction, Set.of(id));
    }
    return tags.written(transaction, Set.of(id)).getFirst();
  }

  /** Deletes those of the tags that exist, are not deleted, and may be deleted by the user. */
  TagsResult deleteAll(Transaction transaction, Collection<Integer> ids) {
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
    relations.detachEverywhere(transaction, ids, ALL_RESOURCES);
    tags.delete(transaction, ids);
    ids.forEach(id -> transaction.history().deleted(TAG, id));
  }

  private TagRecord lockWritable(Transaction transaction, int id) {
    TagRecord tag = tags.lock(transaction, Set.of(id)).get(id);
    if (tag == null) {
      throw new Rejection(new ResourceDoesNotExistError(id, "Tag"));
    }
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
