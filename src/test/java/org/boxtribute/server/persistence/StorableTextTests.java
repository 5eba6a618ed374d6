package org.boxtribute.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StorableTextTests {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Wool,Wool",
        " Wool , Wool ",
        "Wool \uD83D\uDE00,Wool",
        "\uD83D\uDE00 Wool,Wool",
        "Warm \uD83D\uDE00 wool,Warm wool",
        "Warm\uD83D\uDE00wool,Warmwool",
        "\uD83C\uDFC3\u200D\u2640\uFE0F run,run",
        "\uD83D\uDC69\u200D\u2764\uFE0F\u200D\uD83D\uDC69 pair,pair",
        "\uD83C\uDDE9\uD83C\uDDEA Berlin,Berlin",
        "thumb \uD83D\uDC4D\uD83C\uDFFD,thumb",
        "\u2764\uFE0F wool,\u2764\uFE0F wool",
      })
  void whatCannotBeStoredIsLeftOut(String given, String stored) {
    assertThat(StorableText.of(given)).isEqualTo(stored);
  }

  @Test
  void nothingIsLeftOfEmojiAlone() {
    assertThat(StorableText.of(" \uD83D\uDE00 \uD83D\uDE00\uD83D\uDE00 ")).isEmpty();
  }

  @Test
  void aLongTextOfEmojiTakesNoLongerThanItsLength() {
    String couples = "\uD83D\uDC69\u200D".repeat(5_000);

    assertThat(StorableText.of("x" + couples)).startsWith("x");
  }
}
