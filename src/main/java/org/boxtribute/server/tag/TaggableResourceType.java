package org.boxtribute.server.tag;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** What a tag is attached to. */
public enum TaggableResourceType implements ApiEnum {
  BOX("Stock"),
  BENEFICIARY("People");

  private final String stored;

  TaggableResourceType(String stored) {
    this.stored = stored;
  }

  /** The text that tags_relations.object_type holds for this value. */
  public String stored() {
    return stored;
  }

  /** Reads and writes tags_relations.object_type; a text that names no value is read as null. */
  public static final class Stored extends EnumConverter<String, TaggableResourceType> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(String.class, TaggableResourceType.class, TaggableResourceType::stored);
    }
  }
}
