package org.boxtribute.server.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.impl.SQLDataType;

/**
 * How a {@code datetime} column is read and written: as jOOQ does it, but that the driver is asked
 * for a {@link LocalDateTime}. For a {@link java.sql.Timestamp} it would make a calendar for each
 * value, which is most of what it does for a row of a large result.
 */
public final class UtcBinding implements Binding<LocalDateTime, Instant> {
  private static final long serialVersionUID = 1L;

  private final UtcConverter converter = new UtcConverter();
  private final Binding<?, Instant> standard =
      SQLDataType.LOCALDATETIME.asConvertedDataType(converter).getBinding();

  @Override
  public Converter<LocalDateTime, Instant> converter() {
    return converter;
  }

  @Override
  public void get(BindingGetResultSetContext<Instant> context) throws SQLException {
    context.value(
        converter.from(
            StoredDates.read(context.resultSet(), context.index(), LocalDateTime.class)));
  }

  @Override
  public void sql(BindingSQLContext<Instant> context) throws SQLException {
    standard.sql(context);
  }

  @Override
  public void register(BindingRegisterContext<Instant> context) throws SQLException {
    standard.register(context);
  }

  @Override
  public void set(BindingSetStatementContext<Instant> context) throws SQLException {
    standard.set(context);
  }

  @Override
  public void set(BindingSetSQLOutputContext<Instant> context) throws SQLException {
    standard.set(context);
  }

  @Override
  public void get(BindingGetStatementContext<Instant> context) throws SQLException {
    standard.get(context);
  }

  @Override
  public void get(BindingGetSQLInputContext<Instant> context) throws SQLException {
    standard.get(context);
  }
}
