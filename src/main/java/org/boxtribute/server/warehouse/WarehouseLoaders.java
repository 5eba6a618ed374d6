package org.boxtribute.server.warehouse;

import static java.util.stream.Collectors.toSet;
import static org.boxtribute.server.security.Permission.LOCATION_READ;
import static org.boxtribute.server.security.Permission.QR_READ;
import static org.boxtribute.server.security.Permission.STOCK_READ;
import static org.boxtribute.server.security.Permission.TAG_READ;
import static org.boxtribute.server.security.Permission.UNIT_READ;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.binding.Loader;
import org.boxtribute.server.graphql.error.Refusals;
import org.boxtribute.server.graphql.error.UserError;
import org.boxtribute.server.graphql.paging.Page;
import org.boxtribute.server.persistence.schema.tables.records.BoxRecord;
import org.boxtribute.server.persistence.schema.tables.records.LocationRecord;
import org.boxtribute.server.persistence.schema.tables.records.QrCodeRecord;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.persistence.schema.tables.records.UnitRecord;
import org.boxtribute.server.product.ProductLoaders;
import org.boxtribute.server.security.CurrentUser;
import org.boxtribute.server.tag.TagRelations;
import org.boxtribute.server.tag.TaggableResourceType;

/** The look-ups of boxes, of where they stand and of what belongs to them. */
@Singleton
public final class WarehouseLoaders {
  private static final Set<BoxState> IN_STOCK = Set.of(BoxState.IN_STOCK);
  private static final Set<BoxState> IN_TRANSFER =
      Set.of(BoxState.MARKED_FOR_SHIPMENT, BoxState.IN_TRANSIT, BoxState.RECEIVING);

  /** Boxes by id; the fields that lead to one guard themselves. */
  public final Loader<Integer, BoxRecord> boxes;

  /** Locations of all types by id; the fields that lead to one guard themselves. */
  public final Loader<Integer, LocationRecord> locations;

  /**
   * Pages of the boxes at locations of all types; the fields that lead to them guard themselves.
   */
  public final Loader<Loader.Keyed<BoxSelection, Integer>, Page<BoxRecord>> boxesAtLocations;

  /** The classic locations of bases. */
  final Loader<Integer, List<LocationRecord>> locationsOfBases;

  /** Boxes by id that the user may see; the others are left out. */
  final Loader<Integer, BoxRecord> sourceBoxes;

  /** The tags of boxes, by the boxes' ids. */
  final Loader<Integer, List<TagRecord>> tagsOfBoxes;

  /** Measures as numbers of the units that they are shown in. */
  final Loader<Measure, BigDecimal> measureValues;

  /** What happened to boxes, by their ids, the newest first. */
  final Loader<Integer, List<BoxHistoryEntry>> histories;

  /** QR codes by id. */
  final Loader<Integer, QrCodeRecord> qrCodes;

  /**
   * The boxes that QR codes lead to, by the codes' ids: members of the union BoxResult, so that a
   * box that the user may not see is answered by the reason.
   */
  final Loader<Integer, Object> boxesOfQrCodes;

  /** How many boxes are in stock in bases. */
  final Loader<Integer, Long> boxesInStock;

  /** How many items are in stock in bases. */
  final Loader<Integer, Long> itemsInStock;

  /** How many items of products are in stock. */
  final Loader<Integer, Long> itemsOfProductsInStock;

  /** How many items of products are on shipments, or about to be. */
  final Loader<Integer, Long> itemsOfProductsInTransfer;

  private final BoxAccess access;
  private final Refusals refusals;

  WarehouseLoaders(
      BoxRepository boxes,
      LocationRepository locations,
      QrCodeRepository qrCodes,
      BoxHistoryRepository histories,
      TagRelations relations,
      ProductLoaders product,
      BoxAccess access,
      Refusals refusals) {
    this.access = access;
    this.refusals = refusals;
    this.boxes = Loader.of(boxes::byId);
    this.locations = Loader.of(locations::byId);
    this.boxesAtLocations = Loader.withArguments(boxes::atLocations);
    this.locationsOfBases = Loader.of(locations::classicOfBases);
    this.sourceBoxes =
        Loader.forUser(
            "left out without " + access.to(STOCK_READ),
            (ids, user) -> visible(boxes.byId(ids), user));
    this.tagsOfBoxes =
        Loader.within(
            TAG_READ, (ids, scope) -> relations.tagsOf(TaggableResourceType.BOX, ids, scope));
    this.measureValues =
        Loader.forUser(
            UNIT_READ + " anywhere",
            (measures, user) ->
                values(
                    measures,
                    product.units.load(
                        measures.stream().map(Measure::displayUnitId).collect(toSet()), user)));
    this.histories = Loader.of(histories::ofBoxes);
    this.qrCodes = Loader.of(qrCodes::byId).requiring(QR_READ);
    this.boxesOfQrCodes =
        Loader.forUser(
            "the reason as data without " + access.to(STOCK_READ),
            (ids, user) -> boxesOrReasons(boxes.byQrCode(ids), user));
    this.boxesInStock = Loader.within(LOCATION_READ, boxes::boxesInStock);
    this.itemsInStock = Loader.within(LOCATION_READ, boxes::itemsInStock);
    this.itemsOfProductsInStock = Loader.of(ids -> boxes.itemsOfProducts(ids, IN_STOCK));
    this.itemsOfProductsInTransfer = Loader.of(ids -> boxes.itemsOfProducts(ids, IN_TRANSFER));
  }

  private Map<Integer, BoxRecord> visible(Map<Integer, BoxRecord> found, CurrentUser user) {
    Map<Integer, BoxRecord> visible = new HashMap<>(found);
    visible.keySet().removeAll(access.refusals(user, STOCK_READ, found.values()).keySet());
    return visible;
  }

  private Map<Integer, Object> boxesOrReasons(Map<Integer, BoxRecord> found, CurrentUser user) {
    Map<Integer, UserError> refused =
        refusals.asData(access.refusals(user, STOCK_READ, found.values()));
    Map<Integer, Object> answers = new HashMap<>();
    found.forEach(
        (qrCode, box) -> {
          UserError reason = refused.get(box.getId());
          answers.put(qrCode, reason == null ? box : reason);
        });
    return answers;
  }

  private static Map<Measure, BigDecimal> values(
      Set<Measure> measures, Map<Integer, UnitRecord> units) {
    Map<Measure, BigDecimal> values = new HashMap<>();
    for (Measure measure : measures) {
      UnitRecord unit = units.get(measure.displayUnitId());
      if (unit != null) {
        values.put(measure, measure.value().multiply(unit.getConversionFactor()));
      }
    }
    return values;
  }
}
