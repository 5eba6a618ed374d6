package org.boxtribute.server.tag;

import static org.boxtribute.server.persistence.schema.Tables.TAG;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;

/** How tags come into being, on their own or while something that gets them is written. */
@Singleton
public final class NewTags {
  private static final int COLORS = 0x1000000;

  private final RandomGenerator random;

  NewTags(RandomGenerator random) {
    this.random = random;
  }

  /** Adds tags for boxes to a base, each with any color, and gives them back in their order. */
  public List<TagRecord> createForBoxes(
      Transaction transaction, int base, Collection<String> names) {
    return create(
        transaction,
        names.stream()
            .map(name -> new TagCreation(base, name, "", anyColor(), TagType.BOX))
            .toList());
  }

  /** Adds tags, and gives them back in their order. */
  List<TagRecord> create(Transaction transaction, List<TagCreation> creations) {
    List<TagRecord> created =
        transaction.insert(
            creations.stream().map(creation -> record(transaction, creation)).toList());
    created.forEach(tag -> transaction.history().created(TAG, tag.getId()));
    return created;
  }

  private static TagRecord record(Transaction transaction, TagCreation creation) {
    TagRecord tag = new TagRecord();
    tag.setBaseId(creation.baseId());
    tag.setName(creation.name());
    tag.setDescription(creation.description());
    tag.setColor(creation.color());
    tag.setType(creation.type());
    tag.setCreatedOn(transaction.now());
    tag.setCreatedBy(transaction.user().id());
    return tag;
  }

  private String anyColor() {
    return "#%06x".formatted(random.nextInt(COLORS));
  }
}
