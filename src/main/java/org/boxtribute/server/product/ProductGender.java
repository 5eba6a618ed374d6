package org.boxtribute.server.product;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** Whom a product fits, by gender and age. */
public enum ProductGender implements ApiEnum {
  WOMEN(1),
  MEN(2),
  UNISEX_ADULT(3),
  GIRL(4),
  BOY(5),
  UNISEX_KID(6),
  BABY_GIRL(7),
  BABY_BOY(8),
  UNISEX_BABY(9),
  NONE(10),
  TEEN_GIRL(12),
  TEEN_BOY(13);

  private final int id;

  ProductGender(int id) {
    this.id = id;
  }

  /** The id of this value's row in genders. */
  public int id() {
    return id;
  }

  @Override
  public String apiName() {
    return this == NONE ? "none" : ApiEnum.super.apiName();
  }

  /** Reads and writes ids of genders; an id that names no value is read as null. */
  public static final class Stored extends EnumConverter<Integer, ProductGender> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(Integer.class, ProductGender.class, ProductGender::id);
    }
  }
}
