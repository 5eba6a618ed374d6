package org.boxtribute.server.warehouse;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.graphql.error.Refusals;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.tag.ChosenTags;
import org.boxtribute.server.tag.NewTags;
import org.boxtribute.server.tag.TagRelations;
import org.boxtribute.server.tag.TagRepository;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.warehouse.TagEligibility.TagErrorInfo;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which boxes get and lose tags. What a tag was attached to, and when, is its history.
 */
@Singleton
final class BoxTagService {
  private final TagRepository tags;
  private final TagRelations relations;
  private final NewTags newTags;
  private final Boxes boxes;
  private final Refusals refusals;

  BoxTagService(
      TagRepository tags, TagRelations relations, NewTags newTags, Boxes boxes, Refusals refusals) {
    this.tags = tags;
    this.relations = relations;
    this.newTags = newTags;
    this.boxes = boxes;
    this.refusals = refusals;
  }

  /** Tags that boxes are to get or to lose together. */
  record Request(Set<String> labels, Set<Integer> tagIds) {

    /** Reads a {@code BoxesTagsOperationInput}. */
    static Request from(Arguments input) {
      return new Request(BoxInputs.labels(input), new TreeSet<>(input.requiredIntegers("tagIds")));
    }
  }

  /** What became of such boxes, and which of the tags could be used. */
  record Outcome(BoxesResult boxes, TagEligibility tags) {}

  /** As {@link Outcome}, with what is wrong with the tags in words. */
  record Answer(BoxesResult boxes, List<TagErrorInfo> tagErrors) {}

  /** Attaches tags to those of the boxes in the tags' base that lack one of them or more. */
  Outcome attach(Transaction transaction, Request request) {
    TagEligibility eligible =
        TagEligibility.toAttach(
            transaction.user(), request.tagIds(), tags.lock(transaction, request.tagIds()));
    return change(
        transaction,
        request,
        eligible,
        candidates -> {
          Map<Integer, Set<Integer>> lacking =
              relations.lacking(
                  transaction, TaggableResourceType.BOX, candidates, eligible.usable());
          attachEach(transaction, lacking);
          return lacking.keySet();
        });
  }

  /** Takes tags off those of the boxes in the tags' base that have one of them or more. */
  Outcome detach(Transaction transaction, Request request) {
    TagEligibility eligible =
        TagEligibility.toDetach(
            transaction.user(), request.tagIds(), tags.lock(transaction, request.tagIds()));
    return change(
        transaction,
        request,
        eligible,
        candidates -> {
          Set<Integer> having =
              relations.havingAny(
                  transaction, TaggableResourceType.BOX, candidates, eligible.usable());
          relations.detach(transaction, TaggableResourceType.BOX, having, eligible.usable());
          return having;
        });
  }

  /**
   * Changes the tags of boxes in the tags' base.
   *
   * @param tagging changes those of the boxes for which there is something to do, and tells which
   */
  private Outcome change(
      Transaction transaction,
      Request request,
      TagEligibility eligible,
      Function<Set<Integer>, Set<Integer>> tagging) {
    if (eligible.usable().isEmpty()) {
      return new Outcome(BoxesResult.NONE, eligible);
    }
    List<BoxRecord> candidates =
        boxes.lockInWarehouse(transaction, request.labels(), new BaseScope.Only(eligible.bases()));
    Set<Integer> changed = tagging.apply(Boxes.ids(candidates));
    List<BoxRecord> valid =
        candidates.stream().filter(box -> changed.contains(box.getId())).toList();
    valid.forEach(box -> Boxes.touch(transaction, box));
    boxes.store(transaction, valid);
    return new Outcome(
        BoxesResult.of(request.labels(), boxes.written(transaction, valid)), eligible);
  }

  /** Names of bases are looked up after the transaction, which needs a connection of its own. */
  Answer described(Outcome outcome) {
    return new Answer(outcome.boxes(), outcome.tags().describe(refusals));
  }

  /**
   * Gives a box the chosen tags and takes all others off, and adds new tags besides.
   *
   * @param chosen null leaves the tags that the box has
   * @return whether, of the tags that there are, it had others or lacked some
   */
  boolean change(
      Transaction transaction,
      BoxRecord box,
      int base,
      @Nullable ChosenTags chosen,
      Set<String> newTagNames) {
    Set<Integer> surplus = Set.of();
    Set<Integer> lacking = Set.of();
    if (chosen != null) {
      Set<Integer> attached =
          relations.attachedTo(transaction, TaggableResourceType.BOX, box.getId());
      lacking = chosen.lacking(attached, base);
      surplus = new TreeSet<>(attached);
      surplus.removeAll(chosen.ids());
      relations.detach(transaction, TaggableResourceType.BOX, Set.of(box.getId()), surplus);
    }
    Set<Integer> added = new TreeSet<>(lacking);
    added.addAll(create(transaction, base, newTagNames).values());
    attachEach(transaction, Map.of(box.getId(), added));
    return !surplus.isEmpty() || !lacking.isEmpty();
  }

  /** Adds tags for boxes to a base, and gives back their ids by their names. */
  Map<String, Integer> create(Transaction transaction, int base, Collection<String> names) {
    Map<String, Integer> ids = new HashMap<>();
    for (TagRecord tag : newTags.createForBoxes(transaction, base, names)) {
      ids.put(tag.getName(), tag.getId());
    }
    return ids;
  }

  /** Attaches to each of the boxes, by their ids, tags that it lacks. */
  void attachEach(Transaction transaction, Map<Integer, Set<Integer>> tagsOf) {
    relations.attach(transaction, TaggableResourceType.BOX, tagsOf);
  }
}
