package org.boxtribute.server.beneficiary;

import java.util.Locale;
import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** A language that a beneficiary speaks, by its ISO 639 code. */
public enum Language implements ApiEnum {
  NL(1),
  EN(2),
  FR(3),
  DE(4),
  AR(5),
  CKB(6);

  private final int id;

  Language(int id) {
    this.id = id;
  }

  /** The id of this value's row in languages. */
  public int id() {
    return id;
  }

  @Override
  public String apiName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads and writes ids of languages; an id that names no value is read as null. */
  public static final class Stored extends EnumConverter<Integer, Language> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(Integer.class, Language.class, Language::id);
    }
  }
}
