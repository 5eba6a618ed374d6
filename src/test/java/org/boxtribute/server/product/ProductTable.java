package org.boxtribute.server.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boxtribute.server.persistence.schema.Tables.HISTORY_ENTRY;
import static org.boxtribute.server.persistence.schema.Tables.PRODUCT;

import java.util.List;
import java.util.concurrent.Callable;
import org.boxtribute.server.persistence.schema.tables.records.ProductRecord;
import org.boxtribute.server.testing.Answer;
import org.boxtribute.server.testing.TestServer;
import org.jooq.DSLContext;

/** What the server has stored about products. */
final class ProductTable {
  private final DSLContext sql;

  ProductTable(TestServer server) {
    this.sql = server.sql();
  }

  ProductRecord row(int id) {
    return sql.selectFrom(PRODUCT).where(PRODUCT.ID.eq(id)).fetchSingle();
  }

  List<ProductRecord> instantiations(int base, int standardProduct) {
    return sql.selectFrom(PRODUCT)
        .where(PRODUCT.BASE_ID.eq(base))
        .and(PRODUCT.STANDARD_PRODUCT_ID.eq(standardProduct))
        .fetch();
  }

  /** The entries about a product, as {@code changes from to by}, without what is null. */
  List<String> history(int id) {
    return sql.selectFrom(HISTORY_ENTRY)
        .where(HISTORY_ENTRY.TABLE_NAME.eq("products"))
        .and(HISTORY_ENTRY.RECORD_ID.eq(id))
        .orderBy(HISTORY_ENTRY.ID)
        .fetch(
            entry ->
                entry.getChanges()
                    + (entry.getFromInt() == null ? "" : " " + entry.getFromInt())
                    + (entry.getToInt() == null ? "" : " " + entry.getToInt())
                    + " by "
                    + entry.getUserId());
  }

  /** Runs something that must leave all products and the history as they are. */
  Answer unchangedBy(Callable<Answer> work) {
    List<ProductRecord> products = products();
    int entries = sql.fetchCount(HISTORY_ENTRY);
    Answer answer = called(work);
    assertThat(products()).isEqualTo(products);
    assertThat(sql.fetchCount(HISTORY_ENTRY)).isEqualTo(entries);
    return answer;
  }

  private List<ProductRecord> products() {
    return sql.selectFrom(PRODUCT).orderBy(PRODUCT.ID).fetch();
  }

  private static Answer called(Callable<Answer> work) {
    try {
      return work.call();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
