package org.boxtribute.server.transfer;

import static java.util.stream.Collectors.toSet;
import static org.boxtribute.server.security.Permission.SHIPMENT_DETAIL_READ;
import static org.boxtribute.server.security.Permission.SHIPMENT_READ;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.boxtribute.server.graphql.binding.Loader;
import org.boxtribute.server.organisation.BaseFilter;
import org.boxtribute.server.organisation.BaseRepository;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;

/** The look-ups of transfer agreements, of shipments and of what these consist of. */
@Singleton
final class TransferLoaders {

  /** Transfer agreements by id, for whoever sees a shipment under them. */
  final Loader<Integer, AgreementWithBases> agreements;

  /** The bases of one side of agreements, by their ids. */
  final Loader<Loader.Keyed<BaseFilter, Set<Integer>>, List<BaseRecord>> basesOfSides;

  /** Shipments by id, those that leave or reach a base of the user's. */
  final Loader<Integer, ShipmentRecord> shipments;

  /** The shipments under agreements, those that leave or reach a base of the user's. */
  final Loader<Integer, List<ShipmentRecord>> shipmentsOfAgreements;

  /** The label identifiers of shipments. */
  final Loader<ShipmentLabel, String> labels;

  /** What shipments consist of. */
  final Loader<Integer, List<ShipmentDetailRow>> detailsOfShipments;

  /**
   * The shipment details that boxes are in now; to a user who may not read these, boxes are in
   * none, for the web app asks on behalf of everyone who sees a box.
   */
  final Loader<Integer, ShipmentDetailRow> openDetailsOfBoxes;

  /** By the ids of shipment details, the target base's products that fit what is in the boxes. */
  final Loader<Integer, ProductRecord> matchingTargetProducts;

  TransferLoaders(
      TransferAgreementRepository agreements, ShipmentRepository shipments, BaseRepository bases) {
    this.agreements = Loader.of(agreements::byId);
    this.basesOfSides = Loader.withArguments((sides, filter) -> basesOfSides(sides, filter, bases));
    this.shipments = Loader.within(SHIPMENT_READ, shipments::byId);
    this.shipmentsOfAgreements = Loader.within(SHIPMENT_READ, shipments::ofAgreements);
    this.labels = Loader.of(labels -> identifiers(labels, bases));
    this.detailsOfShipments =
        Loader.of(shipments::detailsOfShipments).requiring(SHIPMENT_DETAIL_READ);
    this.openDetailsOfBoxes =
        Loader.of(shipments::openDetailsOfBoxes).emptyWithout(SHIPMENT_DETAIL_READ);
    this.matchingTargetProducts = Loader.of(shipments::matchingTargetProducts);
  }

  /** All sides share one statement. */
  private static Map<Set<Integer>, List<BaseRecord>> basesOfSides(
      Set<Set<Integer>> sides, BaseFilter filter, BaseRepository bases) {
    Map<Integer, BaseRecord> byId =
        bases.byId(sides.stream().flatMap(Collection::stream).collect(toSet()));
    Map<Set<Integer>, List<BaseRecord>> answers = new HashMap<>();
    for (Set<Integer> side : sides) {
      answers.put(
          side,
          side.stream()
              .sorted()
              .map(byId::get)
              .filter(Objects::nonNull)
              .filter(base -> filter.includeDeleted() || base.getDeletedOn() == null)
              .toList());
    }
    return answers;
  }

  private static Map<ShipmentLabel, String> identifiers(
      Set<ShipmentLabel> labels, BaseRepository bases) {
    Map<Integer, BaseRecord> byId =
        bases.byId(
            labels.stream()
                .flatMap(label -> Stream.of(label.sourceBase(), label.targetBase()))
                .collect(toSet()));
    Map<ShipmentLabel, String> identifiers = new HashMap<>();
    for (ShipmentLabel label : labels) {
      BaseRecord source = byId.get(label.sourceBase());
      BaseRecord target = byId.get(label.targetBase());
      if (source != null && target != null) {
        identifiers.put(label, label.identifier(source.getName(), target.getName()));
      }
    }
    return identifiers;
  }
}
