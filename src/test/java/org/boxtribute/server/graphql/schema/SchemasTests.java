package org.boxtribute.server.graphql.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.boxtribute.server.persistence.schema.Tables.BOX;
import static org.boxtribute.server.persistence.schema.Tables.TAG;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.boxtribute.server.graphql.binding.Bindings;
import org.boxtribute.server.graphql.binding.ObjectBinding;
import org.boxtribute.server.graphql.error.Refusals;
import org.boxtribute.server.graphql.error.UserError;
import org.boxtribute.server.orchard.Orchard;
import org.boxtribute.server.orchard.Orchard.Season;
import org.boxtribute.server.persistence.Transactions;
import org.boxtribute.server.persistence.schema.tables.records.TagRecord;
import org.boxtribute.server.security.Forbidden;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Bindings that do not fit the schema are found, and the message names what is at fault. */
final class SchemasTests {

  @Test
  void bindingsThatFitAreTaken() {
    Schemas schemas = schemas(Orchard::bindTree, Orchard::bindOthers);

    assertThat(schemas.of(Api.FULL).containsType("Tree")).isTrue();
    assertThat(schemas.of(Api.QUERY).getMutationType()).isNull();
    assertThat(schemas.of(Api.PUBLIC).getQueryType().getFields()).hasSize(1);
  }

  @Test
  void aFieldWithoutBindingIsFound() {
    refused(
        tree -> {
          tree.column("id", TAG.ID);
          tree.value("age", row -> 7);
          tree.value("season", row -> Season.FRUIT);
        },
        Orchard::bindOthers,
        "Tree.name has no binding");
  }

  @Test
  void aBindingWithoutFieldIsFound() {
    refused(
        tree -> {
          Orchard.bindTree(tree);
          tree.value("height", row -> 12);
        },
        Orchard::bindOthers,
        "Tree.height is bound, but no schema has it");
  }

  @Test
  void aColumnOfAnotherTypeIsFound() {
    refused(
        tree -> {
          tree.column("id", TAG.ID);
          tree.column("name", TAG.NAME);
          tree.column("age", TAG.COLOR);
          tree.value("season", row -> Season.FRUIT);
        },
        Orchard::bindOthers,
        "Tree.age is a Int, its column a String");
  }

  @Test
  void aColumnOfAnotherTableIsFound() {
    refused(
        tree -> tree.column("id", BOX.ID),
        Orchard::bindOthers,
        "Tree.id reads \"stock\".\"id\", which is no column of its row");
  }

  @Test
  void aFieldThatIsBoundTwiceIsFound() {
    refused(
        tree -> {
          Orchard.bindTree(tree);
          tree.value("age", row -> 8);
        },
        Orchard::bindOthers,
        "Tree.age is bound twice");
  }

  @Test
  void anEnumerationWithoutBindingIsFound() {
    refused(
        Orchard::bindTree,
        bindings ->
            bindings.error(Orchard.NoFruitError.class).value("name", Orchard.NoFruitError::name),
        "The enumeration Season has no binding");
  }

  @Test
  void aMemberOfAUnionWithoutBindingIsFound() {
    refused(
        Orchard::bindTree,
        bindings -> bindings.enumeration(Season.class),
        "HarvestResult has the unbound member NoFruitError");
  }

  private static void refused(
      Consumer<ObjectBinding<TagRecord>> tree, Consumer<Bindings> others, String message) {
    assertThatThrownBy(() -> schemas(tree, others))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(message);
  }

  private static Schemas schemas(
      Consumer<ObjectBinding<TagRecord>> tree, Consumer<Bindings> others) {
    Schemas schemas =
        new Schemas(
            List.of(new CommonFields(), new Orchard(tree, others)),
            new NoRefusals(),
            new Transactions(
                DSL.using(SQLDialect.MYSQL), Clock.systemUTC(), RandomGenerator.getDefault()));
    schemas.requireComplete();
    return schemas;
  }

  private static final class NoRefusals implements Refusals {

    @Override
    public <K> Map<K, UserError> asData(Map<K, Forbidden> refusals) {
      return new HashMap<>();
    }

    @Override
    public UserError asData(Forbidden refusal) {
      throw refusal;
    }
  }
}
