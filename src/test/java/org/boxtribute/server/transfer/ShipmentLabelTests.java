package org.boxtribute.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class ShipmentLabelTests {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void anIdIsPaddedToThreeDigits() {
    assertThat(label(7).identifier("Lighthouse", "Hillside")).isEqualTo("S007-260302-LIxHI");
  }

  @Test
  void ofALongIdTheLastThreeDigitsAreTaken() {
    assertThat(label(12345).identifier("Lighthouse", "Hillside")).isEqualTo("S345-260302-LIxHI");
  }

  @Test
  void namesAreCutAfterTheyAreSetInCapitals() {
    assertThat(label(1).identifier("würzburg", "ßo")).isEqualTo("S001-260302-WÜxSS");
  }

  @Test
  void shortAndUnusualNamesStayWhole() {
    assertThat(label(1).identifier("X", "😀😃😄")).isEqualTo("S001-260302-Xx😀😃");
  }

  private static ShipmentLabel label(int shipment) {
    return new ShipmentLabel(shipment, DAY, 1, 3);
  }
}
