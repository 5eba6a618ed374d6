package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.jspecify.annotations.Nullable;

/**
 * The day of a signature, stored as its first second, before and after a write.
 *
 * @param before when it was, as it is stored; null for never
 * @param after the day that it shall be; null for none
 */
record SignatureDay(@Nullable Instant before, @Nullable LocalDate after) {
  private static final DateTimeFormatter STORED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  /**
   * What becomes of the day of a beneficiary's signature.
   *
   * @param given null if the client gave none, so that it stays
   */
  static SignatureDay of(BeneficiaryRecord beneficiary, BeneficiaryUpdate.@Nullable Day given) {
    Instant before = beneficiary.getDateOfSignature();
    return new SignatureDay(before, given == null ? day(before) : given.day());
  }

  /** Whether it is another day, whatever the time of that day. */
  boolean isChanged() {
    LocalDate day = day(before);
    return after == null ? day != null : !after.equals(day);
  }

  void applyTo(BeneficiaryRecord beneficiary) {
    if (isChanged()) {
      beneficiary.setDateOfSignature(
          after == null ? null : after.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
  }

  /** As existing entries of the history have it: from a time, to a day. */
  String inWords() {
    return "%s changed from \"%s\" to \"%s\";"
        .formatted(
            BENEFICIARY.DATE_OF_SIGNATURE.getName(),
            before == null ? "None" : STORED.format(before),
            after == null ? "None" : after);
  }

  private static @Nullable LocalDate day(@Nullable Instant time) {
    return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
