package org.boxtribute.server.distribution;

import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENTS_TRACKING_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.DISTRIBUTION_EVENTS_TRACKING_GROUP;
import static org.boxtribute.server.security.Permission.DISTRO_EVENT_READ;
import static org.boxtribute.server.security.Permission.PRODUCT_READ;
import static org.boxtribute.server.security.Requirement.requires;

import jakarta.inject.Singleton;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.persistence.schema.tables.records.BaseRecord;
import org.boxtribute.server.persistence.schema.tables.records.DistributionEventsTrackingGroupRecord;
import org.boxtribute.server.product.ProductLoaders;
import org.boxtribute.server.security.Requirement;

/** The fields of tracking groups and their entries, and those that lead to them from a base. */
@Singleton
final class TrackingGroupFields implements FieldBindings {
  private static final Requirement<DistributionEventsTrackingGroupRecord> EVENTS_READABLE =
      requires(DISTRO_EVENT_READ).inBase(DistributionEventsTrackingGroupRecord::getBaseId);
  private static final Requirement<BaseRecord> EVENTS_OF_BASE_READABLE =
      requires(DISTRO_EVENT_READ).inBase(BaseRecord::getId);

  private final ProductLoaders product;
  private final DistributionLoaders loaders;

  TrackingGroupFields(ProductLoaders product, DistributionLoaders loaders) {
    this.product = product;
    this.loaders = loaders;
  }

  @Override
  public void bind(Bindings bindings) {
    bindings.enumeration(DistributionEventsTrackingGroupState.class);
    bindings.enumeration(DistributionEventTrackingFlowDirection.class);
    bindGroup(bindings);
    bindEntry(bindings);
    bindBase(bindings.extend("Base", BaseRecord.class));
    bindStatistics(bindings);
  }

  private void bindGroup(Bindings bindings) {
    ObjectBinding<DistributionEventsTrackingGroupRecord> group =
        bindings.object(
            "DistributionEventsTrackingGroup", DistributionEventsTrackingGroupRecord.class);
    group.column("id", DISTRIBUTION_EVENTS_TRACKING_GROUP.ID);
    group.column("state", DISTRIBUTION_EVENTS_TRACKING_GROUP.STATE);
    group
        .loadList(
            "distributionEvents",
            DistributionEventsTrackingGroupRecord::getId,
            loaders.eventsOfTrackingGroups)
        .guardedBy(EVENTS_READABLE);
    group
        .loadList(
            "distributionEventsTrackingEntries",
            DistributionEventsTrackingGroupRecord::getId,
            loaders.entriesOfTrackingGroups)
        .guardedBy(EVENTS_READABLE);
    group.column("createdOn", DISTRIBUTION_EVENTS_TRACKING_GROUP.CREATED_ON);
  }

  private void bindEntry(Bindings bindings) {
    ObjectBinding<TrackingEntry> entry =
        bindings.object(
            "DistributionEventsTrackingEntry",
            TrackingEntry.class,
            DISTRIBUTION_EVENTS_TRACKING_ENTRY,
            TrackingEntry::row);
    entry.column("id", DISTRIBUTION_EVENTS_TRACKING_ENTRY.ID);
    entry
        .load("product", source -> source.row().getProductId(), product.products)
        .guardedBy(requires(PRODUCT_READ).inBase(TrackingEntry::productBaseId));
    entry.load("size", source -> source.row().getSizeId(), product.openSizes);
    entry.column("numberOfItems", DISTRIBUTION_EVENTS_TRACKING_ENTRY.NUMBER_OF_ITEMS);
    entry.load(
        "distributionEventsTrackingGroup",
        source -> source.row().getDistributionEventsTrackingGroupId(),
        loaders.trackingGroups);
    entry.column("dateTimeOfTracking", DISTRIBUTION_EVENTS_TRACKING_ENTRY.DATE);
    entry.column("flowDirection", DISTRIBUTION_EVENTS_TRACKING_ENTRY.FLOW_DIRECTION);
  }

  private void bindBase(ObjectBinding<BaseRecord> base) {
    base.loadList(
            "distributionEventsTrackingGroups",
            BaseRecord::getId,
            TrackingGroupFilter::from,
            loaders.trackingGroupsOfBases)
        .guardedBy(EVENTS_OF_BASE_READABLE);
    base.loadList("distributionEventsStatistics", BaseRecord::getId, loaders.statisticsOfBases)
        .guardedBy(EVENTS_OF_BASE_READABLE);
  }

  private static void bindStatistics(Bindings bindings) {
    ObjectBinding<DistributionStatistics> statistics =
        bindings.object("DistributionEventsStatistics", DistributionStatistics.class);
    statistics.value("productName", source -> source.flow().productName());
    statistics.value("genderLabel", source -> source.flow().genderLabel());
    statistics.value("categoryLabel", source -> source.flow().categoryLabel());
    statistics.value("sizeLabel", source -> source.flow().sizeLabel());
    statistics.value("inflow", source -> source.flow().inflow());
    statistics.value("outflow", source -> source.flow().outflow());
    statistics.value("earliestPossibleDistroDate", DistributionStatistics::earliestStart);
    statistics.value("latestPossibleDistroDate", DistributionStatistics::latestEnd);
    statistics.value("potentiallyInvolvedDistributionSpots", DistributionStatistics::spotNames);
    statistics.value("involvedDistributionEventIds", DistributionStatistics::eventIds);
    statistics.value(
        "distroEventTrackingGroupId", source -> String.valueOf(source.flow().trackingGroupId()));
    statistics.value("productId", source -> String.valueOf(source.flow().productId()));
    statistics.value("sizeId", source -> String.valueOf(source.flow().sizeId()));
  }
}
