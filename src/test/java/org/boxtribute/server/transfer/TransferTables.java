package org.boxtribute.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.BASE;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.HISTORY_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.LOCATION;
import static org.boxtribute.server.persistence.schema.Tables.ORGANISATION;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT;
import static org.boxtribute.server.persistence.schema.Tables.SHIPMENT_DETAIL;
import static org.boxtribute.server.persistence.schema.Tables.TAG;
import static org.boxtribute.server.persistence.schema.Tables.TAG_RELATION;
import static org.boxtribute.server.persistence.schema.Tables.TRANSFER_AGREEMENT;
import static org.boxtribute.server.persistence.schema.Tables.TRANSFER_AGREEMENT_DETAIL;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.OrganisationRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentDetailRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRelationRecord;
import org.boxtribute.server.persistence.schema.tables.records.TransferAgreementDetailRecord;
import org.boxtribute.server.persistence.schema.tables.records.TransferAgreementRecord;
import org.boxtribute.server.tag.TaggableResourceType;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.boxtribute.server.testing.Unique;
import org.boxtribute.server.warehouse.BoxState;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * What the server has stored about transfers, and organisations, bases and boxes of a test's own.
 */
final class TransferTables {
  static final Instant LONG_AGO = Instant.parse("2024-02-29T12:00:00Z");
  static final int SMALL = 1;
  static final int LARGE = 3;
  private static final int ITEMS = 10;

  private static final List<Table<?>> WRITTEN =
      List.of(
          TRANSFER_AGREEMENT,
          TRANSFER_AGREEMENT_DETAIL,
          SHIPMENT,
          SHIPMENT_DETAIL,
          BOX,
          TAG_RELATION);

  private final DSLContext sql;

  TransferTables(TestServer server) {
    this.sql = server.sql();
  }

  int newOrganisation() {
    OrganisationRecord organisation = new OrganisationRecord();
    organisation.setName(Unique.name("Organisation"));
    sql.executeInsert(organisation);
    return sql.fetchSingle(ORGANISATION, ORGANISATION.NAME.eq(organisation.getName())).getId();
  }

  /** Adds a base to an organisation. */
  int newBase(int organisation) {
    return newBase(organisation, null);
  }

  /** Adds a base that was deleted. */
  int newDeletedBase(int organisation) {
    return newBase(organisation, LONG_AGO);
  }

  private int newBase(int organisation, @Nullable Instant deletedOn) {
    BaseRecord base = sql.fetchSingle(BASE, BASE.ID.eq(1)).copy();
    base.setOrganisationId(organisation);
    base.setName(Unique.name("Base"));
    base.setDeletedOn(deletedOn);
    sql.executeInsert(base);
    return sql.fetchSingle(BASE, BASE.NAME.eq(base.getName())).getId();
  }

  /** Adds an organisation with a base. */
  Site newSite(int user) {
    return newSite(user, newOrganisation());
  }

  /** Adds a base to an organisation, with a location, a product and a tag. */
  Site newSite(int user, int organisation) {
    int base = newBase(organisation);
    return new Site(organisation, base, newLocation(base), newProduct(base), newTag(base), user);
  }

  int newLocation(int base) {
    LocationRecord location = sql.fetchSingle(LOCATION, LOCATION.ID.eq(101)).copy();
    location.setBaseId(base);
    location.setName(Unique.name("Shelf"));
    sql.executeInsert(location);
    return sql.fetchSingle(LOCATION, LOCATION.NAME.eq(location.getName())).getId();
  }

  int newProduct(int base) {
    ProductRecord product = sql.fetchSingle(PRODUCT, PRODUCT.ID.eq(1501)).copy();
    product.setBaseId(base);
    product.setName(Unique.name("Product"));
    sql.executeInsert(product);
    return sql.fetchSingle(PRODUCT, PRODUCT.NAME.eq(product.getName())).getId();
  }

  private int newTag(int base) {
    TagRecord tag = sql.fetchSingle(TAG, TAG.ID.eq(101)).copy();
    tag.setBaseId(base);
    tag.setName(Unique.name("Tag"));
    sql.executeInsert(tag);
    return sql.fetchSingle(TAG, TAG.NAME.eq(tag.getName())).getId();
  }

  /** Deletes a location and a product, long ago. */
  void delete(int location, int product) {
    sql.update(LOCATION)
        .set(LOCATION.DELETED_ON, LONG_AGO)
        .where(LOCATION.ID.eq(location))
        .execute();
    sql.update(PRODUCT).set(PRODUCT.DELETED_ON, LONG_AGO).where(PRODUCT.ID.eq(product)).execute();
  }

  /** Adds a box of ten items that stands in stock at a site, last modified long ago. */
  BoxRecord newBox(Site site) {
    return newBox(site, box -> {});
  }

  /** As {@link #newBox(Site)}, changed by hand. */
  BoxRecord newBox(Site site, Consumer<BoxRecord> change) {
    BoxRecord box = new BoxRecord();
    box.setLabelIdentifier(Unique.label());
    box.setProductId(site.product());
    box.setSizeId(SMALL);
    box.setLocationId(site.location());
    box.setNumberOfItems(ITEMS);
    box.setState(BoxState.IN_STOCK);
    box.setCreatedOn(LONG_AGO);
    box.setLastModifiedOn(LONG_AGO);
    box.setLastModifiedBy(4);
    change.accept(box);
    sql.executeInsert(box);
    return box(box.getLabelIdentifier());
  }

  List<BoxRecord> newBoxes(Site site, int number) {
    return IntStream.range(0, number).mapToObj(index -> newBox(site)).toList();
  }

  BoxRecord box(String label) {
    return sql.fetchSingle(BOX, BOX.LABEL_IDENTIFIER.eq(label));
  }

  BoxRecord box(BoxRecord box) {
    return box(box.getLabelIdentifier());
  }

  List<BoxState> states(List<BoxRecord> boxes) {
    return boxes.stream().map(box -> box(box).getState()).toList();
  }

  void setState(BoxRecord box, BoxState state) {
    sql.update(BOX).set(BOX.STATE, state).where(BOX.ID.eq(box.getId())).execute();
  }

  static List<String> labels(List<BoxRecord> boxes) {
    return boxes.stream().map(BoxRecord::getLabelIdentifier).toList();
  }

  /** Attaches a tag to a box, long ago. */
  void tag(BoxRecord box, int tag) {
    TagRelationRecord relation = new TagRelationRecord();
    relation.setObjectType(TaggableResourceType.BOX);
    relation.setObjectId(box.getId());
    relation.setTagId(tag);
    relation.setCreatedOn(LONG_AGO);
    relation.setCreatedBy(4);
    sql.executeInsert(relation);
  }

  List<TagRelationRecord> taggings(BoxRecord box) {
    return sql.selectFrom(TAG_RELATION)
        .where(TAG_RELATION.OBJECT_TYPE.eq(TaggableResourceType.BOX))
        .and(TAG_RELATION.OBJECT_ID.eq(box.getId()))
        .orderBy(TAG_RELATION.ID)
        .fetch();
  }

  /** The entries about a box, as {@code changes from to by}, without what is null. */
  List<String> history(BoxRecord box) {
    return sql.selectFrom(HISTORY_ENTRY)
        .where(HISTORY_ENTRY.TABLE_NAME.eq("stock"))
        .and(HISTORY_ENTRY.RECORD_ID.eq(box.getId()))
        .orderBy(HISTORY_ENTRY.ID)
        .fetch(
            entry ->
                entry.getChanges()
                    + told(entry.getFromInt())
                    + told(entry.getToInt())
                    + " by "
                    + entry.getUserId());
  }

  private static String told(@Nullable Object value) {
    return value == null ? "" : " " + value;
  }

  /** Adds an agreement that was asked for long ago by the organisation of the first bases. */
  int newAgreement(
      TransferAgreementType type,
      TransferAgreementState state,
      Set<Integer> sourceBases,
      Set<Integer> targetBases) {
    TransferAgreementRecord agreement = new TransferAgreementRecord();
    agreement.setSourceOrganisationId(organisation(sourceBases.iterator().next()));
    agreement.setTargetOrganisationId(organisation(targetBases.iterator().next()));
    agreement.setType(type);
    agreement.setState(state);
    agreement.setRequestedOn(LONG_AGO);
    agreement.setRequestedBy(4);
    agreement.setValidFrom(LONG_AGO);
    agreement.setComment(Unique.name("Agreement"));
    sql.executeInsert(agreement);
    int id =
        sql.fetchSingle(TRANSFER_AGREEMENT, TRANSFER_AGREEMENT.COMMENT.eq(agreement.getComment()))
            .getId();
    for (int source : sourceBases) {
      for (int target : targetBases) {
        TransferAgreementDetailRecord pair = new TransferAgreementDetailRecord();
        pair.setTransferAgreementId(id);
        pair.setSourceBaseId(source);
        pair.setTargetBaseId(target);
        sql.executeInsert(pair);
      }
    }
    return id;
  }

  private int organisation(int base) {
    return sql.fetchSingle(BASE, BASE.ID.eq(base)).getOrganisationId();
  }

  /** Adds an accepted agreement between the bases of two sites. */
  int newAgreement(TransferAgreementType type, Site source, Site target) {
    return newAgreement(
        type, TransferAgreementState.ACCEPTED, Set.of(source.base()), Set.of(target.base()));
  }

  TransferAgreementRecord agreement(int id) {
    return sql.fetchSingle(TRANSFER_AGREEMENT, TRANSFER_AGREEMENT.ID.eq(id));
  }

  int agreementsOf(int organisation) {
    return sql.fetchCount(
        TRANSFER_AGREEMENT, TRANSFER_AGREEMENT.SOURCE_ORGANISATION_ID.eq(organisation));
  }

  void setState(int agreement, TransferAgreementState state) {
    sql.update(TRANSFER_AGREEMENT)
        .set(TRANSFER_AGREEMENT.STATE, state)
        .where(TRANSFER_AGREEMENT.ID.eq(agreement))
        .execute();
  }

  /** The bases of an agreement, as {@code source-target}. */
  List<String> pairs(int agreement) {
    return sql.selectFrom(TRANSFER_AGREEMENT_DETAIL)
        .where(TRANSFER_AGREEMENT_DETAIL.TRANSFER_AGREEMENT_ID.eq(agreement))
        .orderBy(TRANSFER_AGREEMENT_DETAIL.ID)
        .fetch(pair -> pair.getSourceBaseId() + "-" + pair.getTargetBaseId());
  }

  ShipmentRecord shipment(int id) {
    return sql.fetchSingle(SHIPMENT, SHIPMENT.ID.eq(id));
  }

  void setState(int shipment, ShipmentState state) {
    sql.update(SHIPMENT).set(SHIPMENT.STATE, state).where(SHIPMENT.ID.eq(shipment)).execute();
  }

  List<ShipmentDetailRecord> details(int shipment) {
    return sql.selectFrom(SHIPMENT_DETAIL)
        .where(SHIPMENT_DETAIL.SHIPMENT_ID.eq(shipment))
        .orderBy(SHIPMENT_DETAIL.ID)
        .fetch();
  }

  List<ShipmentDetailRecord> detailsOf(BoxRecord box) {
    return sql.selectFrom(SHIPMENT_DETAIL)
        .where(SHIPMENT_DETAIL.BOX_ID.eq(box.getId()))
        .orderBy(SHIPMENT_DETAIL.ID)
        .fetch();
  }

  /** Puts a box into a shipment a second time, as no write does. */
  void insert(ShipmentDetailRecord detail) {
    sql.executeInsert(detail);
  }

  /** Runs something that must leave agreements, shipments, boxes and the history as they are. */
  Answer unchangedBy(Supplier<Answer> work) {
    List<Result<?>> rows = rows();
    int entries = sql.fetchCount(HISTORY_ENTRY);
    Answer answer = work.get();
    assertThat(rows()).isEqualTo(rows);
    assertThat(sql.fetchCount(HISTORY_ENTRY)).isEqualTo(entries);
    return answer;
  }

  private List<Result<?>> rows() {
    return WRITTEN.stream().<Result<?>>map(this::rows).toList();
  }

  private Result<?> rows(Table<?> table) {
    return sql.selectFrom(table).orderBy(table.field("id")).fetch();
  }
}
