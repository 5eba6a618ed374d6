package org.boxtribute.server.tag;

import static java.util.stream.Collectors.toSet;
import static org.boxtribute.server.persistence.Conditions.isNotDeleted;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRelationRecord;
import org.boxtribute.server.security.BaseScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * What tags are attached to: the one place that writes the table {@code tags_relations}, for any
 * kind of resource. Who writes has locked the tags and the resources before. A tag that is taken
 * off leaves its row behind, which tells when it was attached, by whom, and until when.
 */
@Singleton
public final class TagRelations {
  private final DSLContext sql;

  TagRelations(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * The tags that are attached to each of the given resources, by id; deleted tags are left out.
   */
  public Map<Integer, List<TagRecord>> tagsOf(TaggableResourceType type, Set<Integer> resources) {
    return tagsOf(type, resources, new BaseScope.All());
  }

  /** As {@link #tagsOf(TaggableResourceType, Set)}, of the bases within a scope. */
  public Map<Integer, List<TagRecord>> tagsOf(
      TaggableResourceType type, Set<Integer> resources, BaseScope scope) {
    Map<Integer, List<Integer>> idsOf =
        sql.select(TAG_RELATION.OBJECT_ID, TAG_RELATION.TAG_ID)
            .from(TAG_RELATION)
            .where(isAttachedTo(type))
            .and(TAG_RELATION.OBJECT_ID.in(resources))
            .orderBy(TAG_RELATION.TAG_ID)
            .fetchGroups(TAG_RELATION.OBJECT_ID, TAG_RELATION.TAG_ID);
    if (idsOf.isEmpty()) {
      return Map.of();
    }
    // Thousands of resources share a few tags: each of these is read once.
    Map<Integer, TagRecord> visible = visible(idsOf.values(), scope);
    Map<Integer, List<TagRecord>> tags = new HashMap<>();
    idsOf.forEach(
        (resource, ids) ->
            tags.put(resource, ids.stream().map(visible::get).filter(Objects::nonNull).toList()));
    return tags;
  }

  private Map<Integer, TagRecord> visible(Collection<List<Integer>> ids, BaseScope scope) {
    return sql.selectFrom(TAG)
        .where(TAG.ID.in(ids.stream().flatMap(List::stream).collect(toSet())))
        .and(isNotDeleted(TAG.DELETED_ON))
        .and(Conditions.within(scope, TAG.BASE_ID))
        .fetchMap(TAG.ID);
  }

  /** When each of the given tags was attached for the last time, be it still attached or not. */
  Map<Integer, Instant> lastUsedOn(Set<Integer> tags) {
    return sql.select(TAG_RELATION.TAG_ID, max(TAG_RELATION.CREATED_ON))
        .from(TAG_RELATION)
        .where(TAG_RELATION.TAG_ID.in(tags))
        .and(TAG_RELATION.CREATED_ON.isNotNull())
        .groupBy(TAG_RELATION.TAG_ID)
        .fetchMap(TAG_RELATION.TAG_ID, max(TAG_RELATION.CREATED_ON));
  }

  /**
   * Holds for the resources that have one of the tags.
   *
   * @param resourceId the column with the resources' ids
   */
  public static Condition hasAny(
      Field<Integer> resourceId, TaggableResourceType type, Collection<Integer> tags) {
    return resourceId.in(
        select(TAG_RELATION.OBJECT_ID)
            .from(TAG_RELATION)
            .where(isAttachedTo(type))
            .and(TAG_RELATION.TAG_ID.in(tags)));
  }

  /** The tags that a resource has, deleted tags included. */
  public Set<Integer> attachedTo(Transaction transaction, TaggableResourceType type, int resource) {
    return transaction
        .sql()
        .select(TAG_RELATION.TAG_ID)
        .from(TAG_RELATION)
        .where(isAttachedTo(type))
        .and(TAG_RELATION.OBJECT_ID.eq(resource))
        .fetchSet(TAG_RELATION.TAG_ID);
  }

  /**
   * The tags that each of the resources lacks, of those given; a resource that lacks none is left
   * out.
   */
  public Map<Integer, Set<Integer>> lacking(
      Transaction transaction,
      TaggableResourceType type,
      Set<Integer> resources,
      Set<Integer> tags) {
    Map<Integer, Set<Integer>> lacking = new TreeMap<>();
    resources.forEach(resource -> lacking.put(resource, new TreeSet<>(tags)));
    transaction
        .sql()
        .select(TAG_RELATION.OBJECT_ID, TAG_RELATION.TAG_ID)
        .from(TAG_RELATION)
        .where(isAttached(type, resources, tags))
        .forEach(row -> lacking.getOrDefault(row.value1(), new TreeSet<>()).remove(row.value2()));
    lacking.values().removeIf(Set::isEmpty);
    return lacking;
  }

  /** Those of the resources that have one of the tags or more. */
  public Set<Integer> havingAny(
      Transaction transaction,
      TaggableResourceType type,
      Set<Integer> resources,
      Set<Integer> tags) {
    return transaction
        .sql()
        .selectDistinct(TAG_RELATION.OBJECT_ID)
        .from(TAG_RELATION)
        .where(isAttached(type, resources, tags))
        .fetchSet(TAG_RELATION.OBJECT_ID);
  }

  /**
   * Attaches each of the tags to each of the resources that lacks it, by two statements at most.
   */
  public void attach(
      Transaction transaction,
      TaggableResourceType type,
      Set<Integer> resources,
      Set<Integer> tags) {
    if (resources.isEmpty() || tags.isEmpty()) {
      return;
    }
    attach(transaction, type, lacking(transaction, type, resources, tags));
  }

  /**
   * Attaches tags to resources that lack them, by one statement.
   *
   * @param tagsOf the tags that each of the resources gets
   */
  public void attach(
      Transaction transaction, TaggableResourceType type, Map<Integer, Set<Integer>> tagsOf) {
    List<TagRelationRecord> relations = new ArrayList<>();
    tagsOf.forEach(
        (resource, tags) ->
            tags.forEach(tag -> relations.add(relation(transaction, type, resource, tag))));
    if (!relations.isEmpty()) {
      transaction.sql().insertInto(TAG_RELATION).set(relations).execute();
    }
  }

  /** Takes each of the tags off each of the resources that has it. */
  public void detach(
      Transaction transaction,
      TaggableResourceType type,
      Set<Integer> resources,
      Set<Integer> tags) {
    if (!resources.isEmpty() && !tags.isEmpty()) {
      detach(transaction, isAttached(type, resources, tags));
    }
  }

  /** Takes all of their tags off each of the resources. */
  public void detachAll(
      Transaction transaction, TaggableResourceType type, Set<Integer> resources) {
    if (!resources.isEmpty()) {
      detach(transaction, isAttachedTo(type).and(TAG_RELATION.OBJECT_ID.in(resources)));
    }
  }

  /** Takes tags off all resources of the given types that have them. */
  void detachEverywhere(
      Transaction transaction, Set<Integer> tags, Set<TaggableResourceType> types) {
    detach(
        transaction,
        TAG_RELATION
            .TAG_ID
            .in(tags)
            .and(TAG_RELATION.OBJECT_TYPE.in(types))
            .and(TAG_RELATION.DELETED_ON.isNull()));
  }

  private static void detach(Transaction transaction, Condition relations) {
    transaction
        .sql()
        .update(TAG_RELATION)
        .set(TAG_RELATION.DELETED_ON, transaction.now())
        .set(TAG_RELATION.DELETED_BY, transaction.user().id())
        .where(relations)
        .execute();
  }

  private static TagRelationRecord relation(
      Transaction transaction, TaggableResourceType type, int resource, int tag) {
    TagRelationRecord relation = new TagRelationRecord();
    relation.setObjectId(resource);
    relation.setObjectType(type);
    relation.setTagId(tag);
    relation.setCreatedOn(transaction.now());
    relation.setCreatedBy(transaction.user().id());
    return relation;
  }

  private static Condition isAttached(
      TaggableResourceType type, Set<Integer> resources, Set<Integer> tags) {
    return isAttachedTo(type)
        .and(TAG_RELATION.OBJECT_ID.in(resources))
        .and(TAG_RELATION.TAG_ID.in(tags));
  }

  private static Condition isAttachedTo(TaggableResourceType type) {
    return TAG_RELATION.OBJECT_TYPE.eq(type).and(TAG_RELATION.DELETED_ON.isNull());
  }
}
