package org.boxtribute.server.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.regex.Pattern;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * How a column of days or times is read and written: as jOOQ does it, but for two things. The
 * driver is asked for a value of {@code java.time}: for a {@link java.sql.Timestamp} it would make
 * a calendar for each value, which is most of what it does for a row of a large result. And what is
 * in no calendar, a month or a day that is zero, as legacy rows have it, is read as null.
 *
 * @param <D> what the driver is asked for
 * @param <T> what the column's values are
 */
abstract class CalendarBinding<D, T> implements Binding<D, T> {
  private static final long serialVersionUID = 1L;

  private static final Pattern NO_DAY = Pattern.compile("\\d{4}-(00-\\d\\d|\\d\\d-00)");

  private final Converter<D, T> converter;
  private final Binding<?, T> standard;

  CalendarBinding(DataType<D> type, Converter<D, T> converter) {
    this.converter = converter;
    this.standard = type.asConvertedDataType(converter).getBinding();
  }

  @Override
  public Converter<D, T> converter() {
    return converter;
  }

  @Override
  public void get(BindingGetResultSetContext<T> context) throws SQLException {
    context.value(converter.from(read(context.resultSet(), context.index(), converter.fromType())));
  }

  private static <D> @Nullable D read(ResultSet rows, int column, Class<D> type)
      throws SQLException {
    try {
      return rows.getObject(column, type);
    } catch (SQLException | DateTimeException failure) {
      String text = rows.getString(column);
      if (text != null && NO_DAY.matcher(text).lookingAt()) {
        return null;
      }
      throw failure;
    }
  }

  @Override
  public void sql(BindingSQLContext<T> context) throws SQLException {
    standard.sql(context);
  }

  @Override
  public void register(BindingRegisterContext<T> context) throws SQLException {
    standard.register(context);
  }

  @Override
  public void set(BindingSetStatementContext<T> context) throws SQLException {
    standard.set(context);
  }

  @Override
  public void set(BindingSetSQLOutputContext<T> context) throws SQLException {
    standard.set(context);
  }

  @Override
  public void get(BindingGetStatementContext<T> context) throws SQLException {
    standard.get(context);
  }

  @Override
  public void get(BindingGetSQLInputContext<T> context) throws SQLException {
    standard.get(context);
  }
}
