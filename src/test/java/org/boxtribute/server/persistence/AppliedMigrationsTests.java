package org.boxtribute.server.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.boxtribute.server.persistence.AppliedMigrations.Row;
import org.junit.jupiter.api.Test;

/** When a start may leave the tables as they are without asking Flyway. */
final class AppliedMigrationsTests {
  private static final ShippedMigrations SHIPPED = new ShippedMigrations(Map.of(1, 11, 2, 22));

  @Test
  void allWereApplied() {
    assertThat(cover(applied(1, 11), applied(2, 22))).isTrue();
  }

  @Test
  void oneIsMissing() {
    assertThat(cover(applied(1, 11))).isFalse();
  }

  @Test
  void oneWasAnother() {
    assertThat(cover(applied(1, 11), applied(2, 23))).isFalse();
    assertThat(cover(applied(1, 11), new Row(2, null, false, true))).isFalse();
  }

  @Test
  void oneFailed() {
    assertThat(cover(applied(1, 11), new Row(2, 22, false, false))).isFalse();
    assertThat(cover(applied(1, 11), applied(2, 22), new Row(3, 33, false, false))).isFalse();
  }

  @Test
  void newerServersMayHaveAppliedMore() {
    assertThat(cover(applied(1, 11), applied(2, 22), applied(3, 33))).isTrue();
  }

  @Test
  void olderOnesThatAreUnknownAreForFlywayToJudge() {
    ShippedMigrations later = new ShippedMigrations(Map.of(2, 22));

    assertThat(new AppliedMigrations(List.of(applied(1, 11), applied(2, 22))).cover(later))
        .isFalse();
  }

  @Test
  void anAdoptedDatabaseHasAllUpToItsMark() {
    assertThat(cover(new Row(2, null, true, true))).isTrue();
    assertThat(cover(new Row(1, null, true, true))).isFalse();
    assertThat(cover(new Row(1, null, true, true), applied(2, 22))).isTrue();
  }

  @Test
  void nothingWasApplied() {
    assertThat(cover()).isFalse();
  }

  private static boolean cover(Row... rows) {
    return new AppliedMigrations(List.of(rows)).cover(SHIPPED);
  }

  private static Row applied(int version, int checksum) {
    return new Row(version, checksum, false, true);
  }
}
