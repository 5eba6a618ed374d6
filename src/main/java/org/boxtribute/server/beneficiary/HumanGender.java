package org.boxtribute.server.beneficiary;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** The gender of a beneficiary. */
public enum HumanGender implements ApiEnum {
  MALE("M"),
  FEMALE("F"),
  DIVERSE("");

  private final String stored;

  HumanGender(String stored) {
    this.stored = stored;
  }

  /** The text that people.gender holds for this value. */
  public String stored() {
    return stored;
  }

  /** Reads and writes people.gender; a text that names no value is read as null. */
  public static final class Stored extends EnumConverter<String, HumanGender> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(String.class, HumanGender.class, HumanGender::stored);
    }
  }
}
