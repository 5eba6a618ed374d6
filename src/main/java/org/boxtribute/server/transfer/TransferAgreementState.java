package org.boxtribute.server.transfer;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** How far the partners have come in agreeing on transfers. */
public enum TransferAgreementState implements ApiEnum {
  UNDER_REVIEW("UnderReview"),
  ACCEPTED("Accepted"),
  REJECTED("Rejected"),
  CANCELED("Canceled"),
  EXPIRED("Expired");

  private final String stored;

  TransferAgreementState(String stored) {
    this.stored = stored;
  }

  /** The text that transfer_agreement.state holds for this value. */
  public String stored() {
    return stored;
  }

  /** Reads and writes transfer_agreement.state; a text that names no value is read as null. */
  public static final class Stored extends EnumConverter<String, TransferAgreementState> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(String.class, TransferAgreementState.class, TransferAgreementState::stored);
    }
  }
}
