package org.boxtribute.server.orchard;

import static org.boxtribute.server.persistence.schema.Tables.TAG;

import java.util.function.Consumer;
import org.boxtribute.server.graphql.binding.ApiEnum;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.FieldBindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.graphql.error.UserError;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;

/** The bindings of the room, its trees being tags, but for what a test changes of them. */
public final class Orchard implements FieldBindings {
  private final Consumer<ObjectBinding<TagRecord>> tree;
  private final Consumer<Bindings> others;

  /** Bindings with these of the type Tree and of what is not always the same. */
  public Orchard(Consumer<ObjectBinding<TagRecord>> tree, Consumer<Bindings> others) {
    this.tree = tree;
    this.others = others;
  }

  /** A time of the year. */
  public enum Season implements ApiEnum {
    BLOSSOM,
    FRUIT
  }

  /** There is nothing to harvest. */
  public record NoFruitError(String name) implements UserError {}

  /** Bindings of all fields of a tree. */
  public static void bindTree(ObjectBinding<TagRecord> tree) {
    tree.column("id", TAG.ID);
    tree.column("name", TAG.NAME);
    tree.value("age", row -> 7);
    tree.value("season", row -> Season.FRUIT);
  }

  /** Bindings of all else. */
  public static void bindOthers(Bindings bindings) {
    bindings.enumeration(Season.class);
    bindings.error(NoFruitError.class).value("name", NoFruitError::name);
  }

  @Override
  public void bind(Bindings bindings) {
    tree.accept(bindings.object("Tree", TagRecord.class));
    others.accept(bindings);
    bindings.query().fetch("tree", (arguments, user) -> null);
    bindings.query().fetch("harvest", (arguments, user) -> new NoFruitError("Quince"));
    bindings.publicQuery().fetch("trees", (arguments, user) -> 3);
    bindings.mutation().write("plant", arguments -> 1, (transaction, one) -> new TagRecord());
  }
}
