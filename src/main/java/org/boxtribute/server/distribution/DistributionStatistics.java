package org.boxtribute.server.distribution;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/**
 * What went out and came back of one product and size.
 *
 * @param events the events that it was taken to, of which there is at least one; nobody knows to
 *     which of them
 */
record DistributionStatistics(Flow flow, List<Occasion> events) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  /** The numbers of items of one product and size that all events of one group share. */
  record Flow(
      int baseId,
      int trackingGroupId,
      int productId,
      String productName,
      String genderLabel,
      String categoryLabel,
      int sizeId,
      String sizeLabel,
      long inflow,
      long outflow) {}

  /** When and where an event was planned to be. */
  record Occasion(int eventId, Instant start, Instant end, String spotName) {}

  String earliestStart() {
    return TIME.format(
        events.stream().map(Occasion::start).min(Comparator.naturalOrder()).orElseThrow());
  }

  String latestEnd() {
    return TIME.format(
        events.stream().map(Occasion::end).max(Comparator.naturalOrder()).orElseThrow());
  }

  String spotNames() {
    return events.stream().map(Occasion::spotName).distinct().collect(joining(", "));
  }

  String eventIds() {
    return events.stream().map(event -> String.valueOf(event.eventId())).collect(joining(","));
  }
}
