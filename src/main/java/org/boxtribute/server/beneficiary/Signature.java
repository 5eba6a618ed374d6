package org.boxtribute.server.beneficiary;

import static org.boxtribute.server.persistence.schema.Tables.BENEFICIARY;

import org.boxtribute.server.graphql.binding.Arguments;
import org.boxtribute.server.persistence.schema.tables.records.BeneficiaryRecord;
import org.jspecify.annotations.Nullable;

/**
 * The drawn signature by which a beneficiary consents. Who has one has signed, and nobody else.
 *
 * @param drawing null for none
 */
record Signature(@Nullable String drawing) {

  /** Reads the field {@code signature}; a blank one is none. Null where the client gave nothing. */
  static @Nullable Signature from(Arguments input) {
    String drawing = input.text("signature", BENEFICIARY.SIGNATURE);
    return drawing == null ? null : new Signature(drawing.isBlank() ? null : drawing);
  }

  void applyTo(BeneficiaryRecord beneficiary) {
    beneficiary.setSignature(drawing);
    beneficiary.setSigned(drawing != null);
  }
}
