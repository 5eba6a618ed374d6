package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.persistence.Conditions.containsText;
import static org.boxtribute.server.persistence.Conditions.isBetween;
import static org.boxtribute.server.persistence.Conditions.isDeleted;
import static org.boxtribute.server.persistence.Conditions.isNotDeleted;
import static org.boxtribute.server.persistence.Conditions.isText;
import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;
import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY_LANGUAGE;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.graphql.paging.PageOrder;
import org.boxtribute.server.graphql.paging.Pages;
import org.boxtribute.server.persistence.Conditions;
import org.boxtribute.server.persistence.Transaction;
import org.boxtribute.server.persistence.ZeroDate;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryLanguageRecord;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.BaseScope;
import org.boxtribute.server.tag.TaggableResourceType;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.UpdateSetMoreStep;

/** Statements about beneficiaries, their languages and tags. */
@Singleton
final class BeneficiaryRepository {
  private static final PageOrder<BeneficiaryRecord> ORDER = PageOrder.byId(BENEFICIARY.ID);

  private final DSLContext sql;

  BeneficiaryRepository(DSLContext sql) {
    this.sql = sql;
  }

  /** The beneficiary of an id, if there is one, active or not. */
  Optional<BeneficiaryRecord> find(int id) {
    return sql.selectFrom(BENEFICIARY).where(BENEFICIARY.ID.eq(id)).fetchOptional();
  }

  /** The beneficiaries of the given ids, deactivated ones included. */
  Map<Integer, BeneficiaryRecord> byId(Set<Integer> ids) {
    return sql.selectFrom(BENEFICIARY).where(BENEFICIARY.ID.in(ids)).fetchMap(BENEFICIARY.ID);
  }

  /** A page of the beneficiaries of the bases within a scope. */
  Page<BeneficiaryRecord> within(BaseScope scope, BeneficiarySelection selection) {
    return Pages.page(
        sql,
        BENEFICIARY,
        Conditions.within(scope, BENEFICIARY.BASE_ID).and(listed(selection.filter())),
        selection.page(),
        ORDER);
  }

  /** The same page of the beneficiaries of each of the given bases. */
  Map<Integer, Page<BeneficiaryRecord>> ofBases(
      Set<Integer> bases, BeneficiarySelection selection) {
    return Pages.pages(
        sql,
        BENEFICIARY,
        BENEFICIARY.BASE_ID,
        bases,
        listed(selection.filter()),
        selection.page(),
        ORDER);
  }

  /** The languages of each of the given beneficiaries, as far as the API has a name for them. */
  Map<Integer, List<Language>> languages(Set<Integer> beneficiaries) {
    return sql.select(BENEFICIARY_LANGUAGE.BENEFICIARY_ID, BENEFICIARY_LANGUAGE.LANGUAGE)
        .from(BENEFICIARY_LANGUAGE)
        .where(BENEFICIARY_LANGUAGE.BENEFICIARY_ID.in(beneficiaries))
        .and(BENEFICIARY_LANGUAGE.LANGUAGE.in(Language.values()))
        .orderBy(BENEFICIARY_LANGUAGE.LANGUAGE)
        .fetchGroups(BENEFICIARY_LANGUAGE.BENEFICIARY_ID, BENEFICIARY_LANGUAGE.LANGUAGE);
  }

  /** The tags that are attached to each of the given beneficiaries. */
  Map<Integer, List<TagRecord>> tags(Set<Integer> beneficiaries) {
    return sql.select(TAG_RELATION.OBJECT_ID, TAG)
        .from(TAG_RELATION)
        .join(TAG)
        .on(TAG.ID.eq(TAG_RELATION.TAG_ID))
        .where(TAG_RELATION.OBJECT_ID.in(beneficiaries))
        .and(isAttachedTo(TaggableResourceType.BENEFICIARY))
        .orderBy(TAG.ID)
        .fetchGroups(Record2::value1, Record2::value2);
  }

  /** The beneficiaries of bases within a scope that each of the given tags is attached to. */
  Map<Integer, List<BeneficiaryRecord>> withTags(Set<Integer> tags, BaseScope scope) {
    return sql.select(TAG_RELATION.TAG_ID, BENEFICIARY)
        .from(TAG_RELATION)
        .join(BENEFICIARY)
        .on(BENEFICIARY.ID.eq(TAG_RELATION.OBJECT_ID))
        .where(TAG_RELATION.TAG_ID.in(tags))
        .and(isAttachedTo(TaggableResourceType.BENEFICIARY))
        .and(Conditions.within(scope, BENEFICIARY.BASE_ID))
        .orderBy(BENEFICIARY.ID)
        .fetchGroups(Record2::value1, Record2::value2);
  }

  /** The boxes that each of the given tags is attached to. */
  Map<Integer, List<BoxRecord>> boxesWithTags(Set<Integer> tags) {
    return sql.select(TAG_RELATION.TAG_ID, BOX)
        .from(TAG_RELATION)
        .join(BOX)
        .on(BOX.ID.eq(TAG_RELATION.OBJECT_ID))
        .where(TAG_RELATION.TAG_ID.in(tags))
        .and(isAttachedTo(TaggableResourceType.BOX))
        .orderBy(BOX.ID)
        .fetchGroups(Record2::value1, Record2::value2);
  }

  /** Locks the beneficiary of an id, if there is one, active or not. */
  Optional<BeneficiaryRecord> lock(Transaction transaction, int id) {
    return transaction
        .sql()
        .selectFrom(BENEFICIARY)
        .where(BENEFICIARY.ID.eq(id))
        .forUpdate()
        .fetchOptional();
  }

  /** Locks those of the beneficiaries that there are, active or not. */
  Map<Integer, BeneficiaryRecord> lock(Transaction transaction, Set<Integer> ids) {
    return transaction
        .sql()
        .selectFrom(BENEFICIARY)
        .where(BENEFICIARY.ID.in(ids))
        .orderBy(BENEFICIARY.ID)
        .forUpdate()
        .fetchMap(BENEFICIARY.ID);
  }

  /** The base of a beneficiary, if there is one, which nothing changes. */
  Optional<Integer> baseOf(Transaction transaction, int id) {
    return transaction
        .sql()
        .select(BENEFICIARY.BASE_ID)
        .from(BENEFICIARY)
        .where(BENEFICIARY.ID.eq(id))
        .fetchOptional(BENEFICIARY.BASE_ID);
  }

  /** As {@link #lock(Transaction, Set)}, against changes by others. */
  Map<Integer, BeneficiaryRecord> lockForShare(Transaction transaction, Set<Integer> ids) {
    return transaction
        .sql()
        .selectFrom(BENEFICIARY)
        .where(BENEFICIARY.ID.in(ids))
        .orderBy(BENEFICIARY.ID)
        .forShare()
        .fetchMap(BENEFICIARY.ID);
  }

  /** Locks the active beneficiaries of a base whose family head is one of the given. */
  List<BeneficiaryRecord> lockActiveMembers(
      Transaction transaction, Collection<Integer> heads, int base) {
    return transaction
        .sql()
        .selectFrom(BENEFICIARY)
        .where(BENEFICIARY.FAMILY_HEAD_ID.in(heads))
        .and(BENEFICIARY.BASE_ID.eq(base))
        .and(isNotDeleted(BENEFICIARY.DELETED_ON))
        .orderBy(BENEFICIARY.ID)
        .forUpdate()
        .fetch();
  }

  /** Stores new, active beneficiaries, and gives them back as they were stored. */
  List<BeneficiaryRecord> insert(Transaction transaction, List<BeneficiaryRecord> rows) {
    return transaction.insert(rows, BENEFICIARY.DELETED_ON);
  }

  /**
   * Stores the languages of beneficiaries who have none yet; if there are none, nothing is sent.
   */
  void insertLanguages(Transaction transaction, Map<Integer, Set<Language>> languagesOf) {
    List<BeneficiaryLanguageRecord> rows = new ArrayList<>();
    languagesOf.forEach(
        (beneficiary, languages) ->
            languages.forEach(
                language -> rows.add(new BeneficiaryLanguageRecord(beneficiary, language))));
    if (!rows.isEmpty()) {
      transaction.sql().insertInto(BENEFICIARY_LANGUAGE).set(rows).execute();
    }
  }

  /**
   * Gives a beneficiary these languages and no others, be they some that the API has no name for.
   */
  void replaceLanguages(Transaction transaction, int beneficiary, Set<Language> languages) {
    transaction
        .sql()
        .deleteFrom(BENEFICIARY_LANGUAGE)
        .where(BENEFICIARY_LANGUAGE.BENEFICIARY_ID.eq(beneficiary))
        .execute();
    insertLanguages(transaction, Map.of(beneficiary, languages));
  }

  /**
   * Stores what was set of a beneficiary; a day of signature that was taken away is the zero date.
   */
  void update(Transaction transaction, BeneficiaryRecord beneficiary) {
    if (!beneficiary.touched()) {
      return;
    }
    UpdateSetMoreStep<BeneficiaryRecord> update =
        transaction.sql().update(BENEFICIARY).set(beneficiary);
    if (beneficiary.touched(BENEFICIARY.DATE_OF_SIGNATURE)
        && beneficiary.getDateOfSignature() == null) {
      update =
          update.set(BENEFICIARY.DATE_OF_SIGNATURE, ZeroDate.in(BENEFICIARY.DATE_OF_SIGNATURE));
    }
    update.where(BENEFICIARY.ID.eq(beneficiary.getId())).execute();
  }

  /** Marks beneficiaries as deactivated; if there are none, nothing is sent. */
  void deactivate(Transaction transaction, Collection<Integer> ids) {
    if (!ids.isEmpty()) {
      transaction
          .sql()
          .update(BENEFICIARY)
          .set(BENEFICIARY.DELETED_ON, transaction.now())
          .where(BENEFICIARY.ID.in(ids))
          .execute();
    }
  }

  /** The beneficiary of an id as it is after what the transaction wrote so far. */
  BeneficiaryRecord written(Transaction transaction, int id) {
    return transaction.sql().fetchSingle(BENEFICIARY, BENEFICIARY.ID.eq(id));
  }

  private static Condition isAttachedTo(TaggableResourceType kind) {
    return TAG_RELATION.OBJECT_TYPE.eq(kind).and(TAG_RELATION.DELETED_ON.isNull());
  }

  private static Condition listed(BeneficiaryFilter filter) {
    Condition condition =
        isBetween(BENEFICIARY.CREATED_ON, filter.createdFrom(), filter.createdUntil());
    if (filter.active() != null) {
      condition =
          condition.and(
              filter.active()
                  ? isNotDeleted(BENEFICIARY.DELETED_ON)
                  : isDeleted(BENEFICIARY.DELETED_ON));
    }
    if (filter.isVolunteer() != null) {
      condition = condition.and(BENEFICIARY.IS_VOLUNTEER.eq(filter.isVolunteer()));
    }
    if (filter.registered() != null) {
      condition = condition.and(BENEFICIARY.NOT_REGISTERED.eq(!filter.registered()));
    }
    String pattern = filter.pattern();
    return pattern == null ? condition : condition.and(matches(pattern));
  }

  private static Condition matches(String pattern) {
    return containsText(BENEFICIARY.LAST_NAME, pattern)
        .or(containsText(BENEFICIARY.FIRST_NAME, pattern))
        .or(containsText(BENEFICIARY.COMMENT, pattern))
        .or(isText(BENEFICIARY.GROUP_IDENTIFIER, pattern));
  }
}
