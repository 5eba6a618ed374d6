package org.boxtribute.server.tag;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** What a tag may be attached to. */
public enum TagType implements ApiEnum {
  BOX("Stock"),
  BENEFICIARY("People"),
  ALL("All");

  private final String stored;

  TagType(String stored) {
    this.stored = stored;
  }

  /** The text that tags.type holds for this value. */
  public String stored() {
    return stored;
  }

  /** Whether tags of this type may be attached to resources of that one. */
  public boolean fits(TaggableResourceType resourceType) {
    return switch (this) {
      case BOX -> resourceType == TaggableResourceType.BOX;
      case BENEFICIARY -> resourceType == TaggableResourceType.BENEFICIARY;
      case ALL -> true;
    };
  }

  /** Reads and writes tags.type; a text that names no value is read as null. */
  public static final class Stored extends EnumConverter<String, TagType> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(String.class, TagType.class, TagType::stored);
    }
  }
}
