package org.boxtribute.server.sharing;

import org.boxtribute.server.graphql.binding.ApiEnum;
import org.jooq.impl.EnumConverter;

/** The page that a shareable link opens. */
public enum ShareableView implements ApiEnum {
  STATVIZ_DASHBOARD("StatvizDashboard"),
  STOCK_OVERVIEW("StockOverview");

  private final String stored;

  ShareableView(String stored) {
    this.stored = stored;
  }

  /** The text that shareable_link.view holds for this value. */
  public String stored() {
    return stored;
  }

  /** Reads and writes shareable_link.view; a text that names no value is read as null. */
  public static final class Stored extends EnumConverter<String, ShareableView> {
    private static final long serialVersionUID = 1L;

    /** Called by the generated tables. */
    public Stored() {
      super(String.class, ShareableView.class, ShareableView::stored);
    }
  }
}
