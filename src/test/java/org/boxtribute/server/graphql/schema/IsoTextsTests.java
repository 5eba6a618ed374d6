package org.boxtribute.server.graphql.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and times in the forms of ISO 8601, and what is neither. */
final class IsoTextsTests {

  @ParameterizedTest
  @CsvSource({
    "2025-09-01, 2025-09-01",
    "20250901, 2025-09-01",
    "2024-02-29, 2024-02-29",
    "2025-W36-1, 2025-09-01",
    "2025W361, 2025-09-01",
    "2025-W36, 2025-09-01",
    "2020-W53-7, 2021-01-03",
    "2025-W01-1, 2024-12-30"
  })
  void aDayIsRead(String text, LocalDate day) {
    assertThat(IsoTexts.day(text)).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2025",
        "2025-09",
        "2025-09-019",
        "2025-09-1",
        "2025-0901",
        "202509-01",
        "2025-09-01garbage",
        "2025-09-01 ",
        " 2025-09-01",
        "2025-09-01T23:30:00-05:00",
        "2025-02-29",
        "2025-13-01",
        "2025-00-10",
        "0000-01-01",
        "-2025-09-01",
        "2025-W53-1",
        "2025-W00-1",
        "2025-W36-8",
        "\u0662\u0660\u0662\u0665-09-01"
      })
  void anythingElseIsNoDay(String text) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> IsoTexts.day(text));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-09-01, 2025-09-01T00:00:00Z",
    "20250901, 2025-09-01T00:00:00Z",
    "2025-09-01T12:30:45, 2025-09-01T12:30:45Z",
    "2025-09-01 12:30:45, 2025-09-01T12:30:45Z",
    "2025-09-01t12:30:45z, 2025-09-01T12:30:45Z",
    "2025-09-01T12:30:45Z, 2025-09-01T12:30:45Z",
    "2025-09-01T12:30:45.250Z, 2025-09-01T12:30:45.250Z",
    "'2025-09-01T12:30:45,25Z', 2025-09-01T12:30:45.250Z",
    "2025-09-01T12:30:45.1234567891Z, 2025-09-01T12:30:45.123456789Z",
    "2025-09-01T12:30+02:00, 2025-09-01T10:30:00Z",
    "2025-09-01T12:30:00+0200, 2025-09-01T10:30:00Z",
    "2025-09-01T12:30:00+02, 2025-09-01T10:30:00Z",
    "2025-09-01T12:30:00-05:30, 2025-09-01T18:00:00Z",
    "20250901T120000, 2025-09-01T12:00:00Z",
    "20250901T120000+0200, 2025-09-01T10:00:00Z",
    "20250901T1200, 2025-09-01T12:00:00Z",
    "2025-09-01T12, 2025-09-01T12:00:00Z",
    "2025-W36-1T12:00:00Z, 2025-09-01T12:00:00Z"
  })
  void aTimeIsRead(String text, Instant time) {
    assertThat(IsoTexts.time(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2025-09-01T",
        "2025-09-01T1",
        "2025-09-01T25:00:00",
        "2025-09-01T12:60:00",
        "2025-09-01T12:30:60",
        "2025-09-01T12:3045",
        "2025-09-01T12:30:45.",
        "2025-09-01T12:30:45+2",
        "2025-09-01T12:30:45+25:00",
        "2025-09-01T12:30:45Zulu",
        "2025-09-01T12:30:45Z ",
        "2025-09-01T12:30:45 +02:00",
        "2025-09-01T12:30:45+02:00garbage",
        "1756722645"
      })
  void anythingElseIsNoTime(String text) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> IsoTexts.time(text));
  }
}
