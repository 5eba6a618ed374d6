package org.boxtribute.server.graphql.paging;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boxtribute.server.graphql.error.BadUserInput;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * Reads pages of a table, one for a whole list or one for each of many lists at once. Sends one
 * statement for the elements, and one more each for what the client asks beyond them: the number of
 * all elements, unless they are all there, and whether there are any on the cursor's other side.
 */
public final class Pages {
  private static final String RANK = "page_rank";

  private Pages() {}

  /** Reads a page of the rows that meet a condition. */
  public static <R extends Record> Page<R> page(
      DSLContext sql, Table<R> table, Condition rows, PageRequest request, PageOrder<R> order) {
    return page(sql, table, noCondition(), rows, request, order);
  }

  /**
   * Reads a page of the rows that meet a condition.
   *
   * @param places holds for the rows whose places cursors may name without telling them; more than
   *     are in the list, for a row may have left it since
   * @throws BadUserInput if the cursor names another row
   */
  public static <R extends Record> Page<R> page(
      DSLContext sql,
      Table<R> table,
      Condition places,
      Condition rows,
      PageRequest request,
      PageOrder<R> order) {
    Cursor cursor = request.cursor();
    if (cursor != null && order.looksUp(cursor)) {
      Condition named = order.id().eq(cursor.id());
      if (!sql.fetchExists(table, places.and(named))) {
        throw new BadUserInput("The cursor is none of this list.");
      }
    }
    List<R> elements =
        sql.selectFrom(table)
            .where(cursor == null ? rows : rows.and(order.beyond(cursor, request.forwards())))
            .orderBy(order.orderBy(request.forwards()))
            .limit(request.limit() + 1L)
            .fetch();
    boolean othersBehind =
        cursor != null
            && request.neighboured()
            && sql.fetchExists(table, rows.and(not(order.beyond(cursor, request.forwards()))));
    int total =
        request.counted() && !isWhole(elements.size(), request)
            ? sql.fetchCount(table, rows)
            : elements.size();
    return page(elements, request, order, othersBehind, total);
  }

  /** Whether the rows fetched for a page are its whole list, so that it need not be counted. */
  private static boolean isWhole(int fetched, PageRequest request) {
    return request.cursor() == null && fetched <= request.limit();
  }

  /**
   * Reads the same page of many lists.
   *
   * @param list the column that tells which list a row belongs to
   * @return the page of each list; a list without rows on the page may be missing
   */
  public static <R extends Record, K> Map<K, Page<R>> pages(
      DSLContext sql,
      Table<R> table,
      TableField<R, K> list,
      Set<K> lists,
      Condition rows,
      PageRequest request,
      PageOrder<R> order) {
    Condition ofLists = list.in(lists).and(rows);
    Cursor cursor = request.cursor();
    Field<Integer> rank =
        rowNumber().over().partitionBy(list).orderBy(order.orderBy(request.forwards())).as(RANK);
    Table<?> ranked =
        select(order.id(), rank)
            .from(table)
            .where(cursor == null ? ofLists : ofLists.and(order.beyond(cursor, request.forwards())))
            .asTable("ranked");
    Field<Integer> rankOfRow = field(ranked.getQualifiedName().append(RANK), Integer.class);
    Map<K, Result<R>> elements =
        sql.select(table.fields())
            .from(table)
            .join(ranked)
            .on(order.id().eq(ranked.field(order.id())))
            .where(rankOfRow.le(request.limit() + 1))
            .orderBy(rankOfRow)
            .fetchInto(table)
            .intoGroups(list);
    Set<K> othersBehind =
        cursor != null && request.neighboured()
            ? listsOf(
                sql,
                select(list)
                    .from(table)
                    .where(ofLists.and(not(order.beyond(cursor, request.forwards()))))
                    .groupBy(list))
            : Set.of();
    int longest = elements.values().stream().mapToInt(List::size).max().orElse(0);
    Map<K, Integer> totals =
        request.counted() && !isWhole(longest, request)
            ? sql.select(list, count())
                .from(table)
                .where(ofLists)
                .groupBy(list)
                .fetchMap(list, count())
            : Map.of();
    Map<K, Page<R>> pages = new HashMap<>();
    for (K key : lists) {
      Result<R> found = elements.get(key);
      List<R> fetched = found == null ? List.of() : found;
      int total = totals.getOrDefault(key, fetched.size());
      pages.put(key, page(fetched, request, order, othersBehind.contains(key), total));
    }
    return pages;
  }

  private static <K> Set<K> listsOf(DSLContext sql, Select<Record1<K>> statement) {
    return Set.copyOf(sql.fetch(statement).map(Record1::value1));
  }

  private static <R extends Record> Page<R> page(
      List<R> fetched,
      PageRequest request,
      PageOrder<R> order,
      boolean othersBehind,
      int totalCount) {
    if (fetched.isEmpty()) {
      return new Page<>(List.of(), PageInfo.NONE, totalCount);
    }
    boolean othersAhead = fetched.size() > request.limit();
    List<R> elements = othersAhead ? fetched.subList(0, request.limit()) : fetched;
    if (!request.forwards()) {
      elements = elements.reversed();
    }
    return new Page<>(
        elements,
        new PageInfo(
            request.forwards() ? othersBehind : othersAhead,
            request.forwards() ? othersAhead : othersBehind,
            order.cursorOf(elements.getFirst()).encoded(),
            order.cursorOf(elements.getLast()).encoded()),
        totalCount);
  }
}
