package org.boxtribute.server.contract;

import java.util.ArrayList;
import java.util.List;
import org.boxtribute.server.security.Permission;
import org.boxtribute.server.testing.TestUser;
import org.jspecify.annotations.Nullable;

/** Collects guarded fields: those of one type that one document reaches form a section. */
final class GuardedFieldTable {
  private static final Seen HIDDEN = new Seen.Instead("null");

  private final List<GuardedField> rows = new ArrayList<>();

  /** All rows so far. */
  List<GuardedField> rows() {
    return List.copyOf(rows);
  }

  /**
   * Begins a section whose documents users of other organisations may ask for as well.
   *
   * @param parent where the objects of the type stand in the data; empty for root fields
   * @param document with {@code %s} in the place of the guarded field
   */
  Section section(String type, String parent, String document, TestUser stranger) {
    return new Section(type, parent, document, stranger, null);
  }

  /** Begins a section at whose first field users of other organisations are refused. */
  Section closedSection(String type, String parent, String document, TestUser stranger) {
    String root = parent.contains("/") ? parent.substring(0, parent.indexOf('/')) : parent;
    return new Section(type, parent, document, stranger, new Seen.Refused(root, root));
  }

  /** The fields of one type that one document reaches. */
  final class Section {
    private final String type;
    private final String parent;
    private final String document;
    private final TestUser stranger;
    private final @Nullable Seen closed;

    private Section(
        String type, String parent, String document, TestUser stranger, @Nullable Seen closed) {
      this.type = type;
      this.parent = parent;
      this.document = document;
      this.stranger = stranger;
      this.closed = closed;
    }

    /** Where a field's values stand. */
    private String at(String selection) {
      String name = selection.split("[ ({]", 2)[0];
      return parent.isEmpty() ? name : parent + "/" + name;
    }

    private Seen refused(String selection) {
      return new Seen.Refused(at(selection), at(selection));
    }

    private Seen refused(String selection, String nullAt) {
      return new Seen.Refused(at(selection), nullAt);
    }

    /** The permission is enough for any base. */
    Section anywhere(String selection, Permission permission) {
      return row(selection, permission, refused(selection), new Seen.Open(), new Seen.Open());
    }

    /** The permission is enough for any base; null rises. */
    Section anywhere(String selection, Permission permission, String nullAt) {
      Seen refused = refused(selection, nullAt);
      return row(selection, permission, refused, new Seen.Open(), new Seen.Open());
    }

    /** The permission is needed for the base. */
    Section inBase(String selection, Permission permission) {
      Seen refused = refused(selection);
      return row(selection, permission, refused, refused, refused);
    }

    /** The permission is needed for the base; null rises. */
    Section inBase(String selection, Permission permission, String nullAt) {
      Seen refused = refused(selection, nullAt);
      return row(selection, permission, refused, refused, refused);
    }

    /** The permission is needed for one of two sides, the stranger being on one of them. */
    Section onEitherSide(String selection, Permission permission) {
      Seen refused = refused(selection);
      return row(selection, permission, refused, refused, new Seen.Open());
    }

    /** The permission is needed for one of two sides, the stranger being on one; null rises. */
    Section onEitherSide(String selection, Permission permission, String nullAt) {
      Seen refused = refused(selection, nullAt);
      return row(selection, permission, refused, refused, new Seen.Open());
    }

    /** Null without a word for those who lack the permission for the base. */
    Section hidden(String selection, Permission permission) {
      return row(selection, permission, HIDDEN, HIDDEN, HIDDEN);
    }

    /** Only what is in the bases that the permission is held for. */
    Section filtered(
        String selection,
        Permission permission,
        String nullAt,
        String elsewhere,
        String byStranger) {
      return row(
          selection,
          permission,
          refused(selection, nullAt),
          new Seen.Instead(elsewhere),
          new Seen.Instead(byStranger));
    }

    /** Any other rule. */
    Section row(
        String selection,
        @Nullable Permission permission,
        Seen without,
        Seen elsewhere,
        Seen byStranger) {
      String path = at(selection);
      rows.add(
          new GuardedField(
              type + "." + path.substring(path.lastIndexOf('/') + 1),
              permission,
              document.formatted(selection),
              path,
              without,
              elsewhere,
              stranger,
              closed == null ? byStranger : closed));
      return this;
    }
  }
}
