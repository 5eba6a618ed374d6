package org.boxtribute.server.graphql.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorTests {

  @ParameterizedTest
  @MethodSource("cursors")
  void whatIsWrittenIsReadAgain(Cursor cursor) {
    assertThat(Cursor.parse(cursor.encoded())).isEqualTo(cursor);
  }

  static Stream<Cursor> cursors() {
    return Stream.of(
        Cursor.ofId(1),
        Cursor.ofId(Integer.MAX_VALUE),
        Cursor.ofTimeAndId(Instant.parse("2026-01-31T23:59:59Z"), 42),
        Cursor.ofTimeAndId(Instant.parse("1969-12-31T23:59:59Z"), 42),
        Cursor.ofTimeAndId(null, 42));
  }

  @Test
  void anIdIsPaddedToEightDigits() {
    assertThat(Cursor.ofId(42).encoded()).isEqualTo(base64("00000042"));
  }

  @Test
  void aCursorWithoutTimeIsNotTimed() {
    assertThat(Cursor.parse(base64("00000042"))).isEqualTo(new Cursor(42, false, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1@x", "1@1@1", "99999999999", "9999999999", "@5"})
  void whatIsNoCursorIsRefused(String plain) {
    assertThatThrownBy(() -> Cursor.parse(base64(plain))).isInstanceOf(BadUserInput.class);
  }

  @Test
  void whatIsNotBase64IsRefused() {
    assertThatThrownBy(() -> Cursor.parse("not base64!"))
        .isInstanceOf(BadUserInput.class)
        .hasMessageContaining("not base64!");
  }

  private static String base64(String plain) {
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }
}
