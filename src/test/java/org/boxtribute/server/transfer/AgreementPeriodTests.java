package org.boxtribute.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgreementPeriodTests {
  private static final Instant NOW = Instant.parse("2024-06-15T12:00:00Z");
  private static final AgreementPeriod MARCH = between("2024-03-01", "2024-03-31", ZoneOffset.UTC);

  /** In Havana and Cairo, the clocks change at midnight: a day begins late, or ends twice. */
  @ParameterizedTest
  @CsvSource({
    "UTC,              2024-06-01, 2024-06-30, 2024-06-01T00:00:00Z, 2024-06-30T23:59:59Z",
    "Europe/Berlin,    2024-06-01, 2024-12-31, 2024-05-31T22:00:00Z, 2024-12-31T22:59:59Z",
    "America/New_York, 2024-06-01, 2024-06-01, 2024-06-01T04:00:00Z, 2024-06-02T03:59:59Z",
    "Asia/Kathmandu,   2024-06-01, 2024-06-02, 2024-05-31T18:15:00Z, 2024-06-02T18:14:59Z",
    "America/Havana,   2024-03-10, 2024-03-10, 2024-03-10T05:00:00Z, 2024-03-11T03:59:59Z",
    "America/Havana,   2024-03-09, 2024-03-09, 2024-03-09T05:00:00Z, 2024-03-10T04:59:59Z",
    "America/Havana,   2024-11-03, 2024-11-03, 2024-11-03T04:00:00Z, 2024-11-04T04:59:59Z",
    "Africa/Cairo,     2024-04-26, 2024-04-26, 2024-04-25T22:00:00Z, 2024-04-26T20:59:59Z",
    "Africa/Cairo,     2024-10-31, 2024-10-31, 2024-10-30T21:00:00Z, 2024-10-31T21:59:59Z"
  })
  void daysRunFromTheirFirstSecondToTheirLast(
      String zone, String firstDay, String lastDay, Instant from, Instant until) {
    assertThat(between(firstDay, lastDay, ZoneId.of(zone)))
        .isEqualTo(new AgreementPeriod(from, until));
  }

  @Test
  void withoutDaysItBeginsNowAndHasNoEnd() {
    assertThat(between(null, null, ZoneOffset.UTC)).isEqualTo(new AgreementPeriod(NOW, null));
  }

  @Test
  void itMayBeginNowAndEndToday() {
    assertThat(between(null, "2024-06-15", ZoneOffset.UTC).until())
        .isEqualTo("2024-06-15T23:59:59Z");
  }

  /** In Auckland it is the 16th already. */
  @ParameterizedTest
  @CsvSource({"2024-06-16, 2024-06-15, UTC", ", 2024-06-14, UTC", ", 2024-06-15, Pacific/Auckland"})
  void itEndsAfterItBegins(@Nullable String firstDay, String lastDay, String zone) {
    assertThatThrownBy(() -> between(firstDay, lastDay, ZoneId.of(zone)))
        .isInstanceOf(BadUserInput.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-01, 2024-03-31, true",
    "2024-03-02, 2024-03-30, true",
    "2024-02-29, 2024-03-31, false",
    "2024-03-01, 2024-04-01, false",
    "2024-03-01,           , false"
  })
  void whatLiesWithinItIsContained(String firstDay, @Nullable String lastDay, boolean contained) {
    assertThat(MARCH.contains(between(firstDay, lastDay, ZoneOffset.UTC))).isEqualTo(contained);
  }

  @ParameterizedTest
  @CsvSource({"2024-03-01, 2024-03-31, true", "2024-03-01, , true", "2024-02-29, , false"})
  void withoutEndItContainsAllThatBeginsLater(
      String firstDay, @Nullable String lastDay, boolean contained) {
    AgreementPeriod endless = between("2024-03-01", null, ZoneOffset.UTC);

    assertThat(endless.contains(between(firstDay, lastDay, ZoneOffset.UTC))).isEqualTo(contained);
  }

  private static AgreementPeriod between(
      @Nullable String firstDay, @Nullable String lastDay, ZoneId zone) {
    return AgreementPeriod.between(day(firstDay), day(lastDay), zone, NOW);
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
