package org.boxtribute.server.persistence;

import java.sql.SQLException;
import java.time.LocalDate;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.impl.SQLDataType;

/**
 * How a {@code date} column is read and written: as jOOQ does it, but that an incomplete date is
 * none.
 */
public final class DayBinding implements Binding<LocalDate, LocalDate> {
  private static final long serialVersionUID = 1L;

  private final Converter<LocalDate, LocalDate> converter = Converters.identity(LocalDate.class);
  private final Binding<?, LocalDate> standard = SQLDataType.LOCALDATE.getBinding();

  @Override
  public Converter<LocalDate, LocalDate> converter() {
    return converter;
  }

  @Override
  public void get(BindingGetResultSetContext<LocalDate> context) throws SQLException {
    context.value(StoredDates.read(context.resultSet(), context.index(), LocalDate.class));
  }

  @Override
  public void sql(BindingSQLContext<LocalDate> context) throws SQLException {
    standard.sql(context);
  }

  @Override
  public void register(BindingRegisterContext<LocalDate> context) throws SQLException {
    standard.register(context);
  }

  @Override
  public void set(BindingSetStatementContext<LocalDate> context) throws SQLException {
    standard.set(context);
  }

  @Override
  public void set(BindingSetSQLOutputContext<LocalDate> context) throws SQLException {
    standard.set(context);
  }

  @Override
  public void get(BindingGetStatementContext<LocalDate> context) throws SQLException {
    standard.get(context);
  }

  @Override
  public void get(BindingGetSQLInputContext<LocalDate> context) throws SQLException {
    standard.get(context);
  }
}
