package org.boxtribute.server.transfer;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.boxtribute.server.persistence.schema.tables.records.ShipmentRecord;

/**
 * What the name of a shipment is made of: {@code S042-260815-LIxHI} is the shipment whose id ends
 * with 42, started on that day, from Lighthouse to Hillside.
 */
record ShipmentLabel(int shipment, LocalDate startedOn, int sourceBase, int targetBase) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);

  static ShipmentLabel of(ShipmentRecord shipment) {
    return new ShipmentLabel(
        shipment.getId(),
        LocalDate.ofInstant(shipment.getStartedOn(), ZoneOffset.UTC),
        shipment.getSourceBaseId(),
        shipment.getTargetBaseId());
  }

  /** The label identifier, once the names of the bases are known. */
  String identifier(String sourceName, String targetName) {
    return "S%03d-%s-%sx%s"
        .formatted(
            shipment % 1000, DAY.format(startedOn), initials(sourceName), initials(targetName));
  }

  private static String initials(String name) {
    String upperCase = name.toUpperCase(Locale.ROOT);
    int letters = Math.min(2, upperCase.codePointCount(0, upperCase.length()));
    return upperCase.substring(0, upperCase.offsetByCodePoints(0, letters));
  }
}
