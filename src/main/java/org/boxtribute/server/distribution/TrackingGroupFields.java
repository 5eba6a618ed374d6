package org.boxtribute.server.distribution;

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
import org.boxtribute.server.product.OpenSizeLoader;
import org.boxtribute.server.product.ProductLoader;
import org.boxtribute.server.security.Requirement;

/** The fields of tracking groups and their entries, and those that lead to them from a base. */
@Singleton
final class TrackingGroupFields implements FieldBindings {
  private final TrackingGroupEventsLoader events;
  private final TrackingGroupEntriesLoader entries;
  private final TrackingGroupLoader groups;
  private final ProductLoader products;
  private final OpenSizeLoader sizes;
  private final BaseTrackingGroupsLoader groupsOfBases;
  private final BaseDistributionStatisticsLoader statisticsOfBases;

  TrackingGroupFields(
      TrackingGroupEventsLoader events,
      TrackingGroupEntriesLoader entries,
      TrackingGroupLoader groups,
      ProductLoader products,
      OpenSizeLoader sizes,
      BaseTrackingGroupsLoader groupsOfBases,
      BaseDistributionStatisticsLoader statisticsOfBases) {
    this.events = events;
    this.entries = entries;
    this.groups = groups;
    this.products = products;
    this.sizes = sizes;
    this.groupsOfBases = groupsOfBases;
    this.statisticsOfBases = statisticsOfBases;
  }

  @Override
  public void bind(Bindings bindings) {
    bindGroup(bindings);
    bindEntry(bindings);
    bindBase(bindings.extend("Base", BaseRecord.class));
    bindStatistics(bindings);
  }

  private void bindGroup(Bindings bindings) {
    Requirement<DistributionEventsTrackingGroupRecord> readsEvents =
        requires(DISTRO_EVENT_READ).inBase(DistributionEventsTrackingGroupRecord::getBaseId);
    ObjectBinding<DistributionEventsTrackingGroupRecord> group =
        bindings.object(
            "DistributionEventsTrackingGroup", DistributionEventsTrackingGroupRecord.class);
    group.column("id", DISTRIBUTION_EVENTS_TRACKING_GROUP.ID);
    group.column("state", DISTRIBUTION_EVENTS_TRACKING_GROUP.STATE);
    group
        .loadList("distributionEvents", DistributionEventsTrackingGroupRecord::getId, events)
        .guardedBy(readsEvents);
    group
        .loadList(
            "distributionEventsTrackingEntries",
            DistributionEventsTrackingGroupRecord::getId,
            entries)
        .guardedBy(readsEvents);
    group.column("createdOn", DISTRIBUTION_EVENTS_TRACKING_GROUP.CREATED_ON);
  }

  private void bindEntry(Bindings bindings) {
    ObjectBinding<TrackingEntry> entry =
        bindings.object("DistributionEventsTrackingEntry", TrackingEntry.class);
    entry.value("id", source -> source.row().getId());
    entry
        .load("product", source -> source.row().getProductId(), products)
        .guardedBy(requires(PRODUCT_READ).inBase(TrackingEntry::productBaseId));
    entry.load("size", source -> source.row().getSizeId(), sizes);
    entry.value("numberOfItems", source -> source.row().getNumberOfItems());
    entry.load(
        "distributionEventsTrackingGroup",
        source -> source.row().getDistributionEventsTrackingGroupId(),
        groups);
    entry.value("dateTimeOfTracking", source -> source.row().getDate());
    entry.value("flowDirection", source -> source.row().getFlowDirection());
  }

  private void bindBase(ObjectBinding<BaseRecord> base) {
    Requirement<BaseRecord> readsEvents = requires(DISTRO_EVENT_READ).inBase(BaseRecord::getId);
    base.loadList(
            "distributionEventsTrackingGroups",
            BaseRecord::getId,
            TrackingGroupFilter::from,
            groupsOfBases)
        .guardedBy(readsEvents);
    base.loadList("distributionEventsStatistics", BaseRecord::getId, statisticsOfBases)
        .guardedBy(readsEvents);
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
