package org.boxtribute.server.transfer;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** In which direction goods may go, seen from the organisation that asked for the agreement. */
public enum TransferAgreementType implements ApiEnum {
  SENDING_TO("SendingTo"),
  RECEIVING_FROM("ReceivingFrom"),
  BIDIRECTIONAL("Bidirectional");

  private final String stored;

  TransferAgreementType(String stored) {
    this.stored = stored;
  }

  /** The text that transfer_agreement.type holds for this value. */
  public String stored() {
    return stored;
  }

  /** Reads and writes transfer_agreement.type; a text that names no value is read as null. */
  public static final class Stored extends EnumConverter<String, TransferAgreementType> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(String.class, TransferAgreementType.class, TransferAgreementType::stored);
    }
  }
}
