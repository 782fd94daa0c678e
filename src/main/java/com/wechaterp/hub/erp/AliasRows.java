package com.wechaterp.hub.erp;

import com.wechaterp.hub.erp.pack.ValueText;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row as values by alias; NULL stays NULL. */
public class AliasRows implements RowMapper<Map<String, Object>> {

  @Override
  public Map<String, Object> mapRow(ResultSet row, int index) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      values.put(columns.getColumnLabel(i), value(row, i, columns.getColumnType(i)));
    }
    return values;
  }

  /** Returns the text of a key, with the blanks that are part of it. */
  public static @Nullable String key(ResultSet row, String column) throws SQLException {
    Object value = value(row, row.findColumn(column));
    return value == null ? null : ValueText.exact(value);
  }

  /**
   * Returns one value of a row: days and times as they stand in the ERP, in no zone of this
   * machine, or as text where there is no such day.
   */
  public static @Nullable Object value(ResultSet row, int column) throws SQLException {
    return value(row, column, row.getMetaData().getColumnType(column));
  }

  private static @Nullable Object value(ResultSet row, int column, int type) throws SQLException {
    return switch (type) {
      case Types.TIMESTAMP -> time(row, column, LocalDateTime.class);
      case Types.DATE -> time(row, column, LocalDate.class);
      case Types.TIMESTAMP_WITH_TIMEZONE -> time(row, column, OffsetDateTime.class);
      // A span of time may have more hours than a day.
      case Types.TIME -> row.getString(column);
      default -> {
        Object value = row.getObject(column);
        yield value instanceof Clob clob ? clob.getSubString(1, (int) clob.length()) : value;
      }
    };
  }

  /** Legacy ERPs keep days such as 2026-11-00, which must not stop their neighbours. */
  private static @Nullable Object time(ResultSet row, int column, Class<?> type)
      throws SQLException {
    try {
      return row.getObject(column, type);
    } catch (SQLException | DateTimeException e) {
      return row.getString(column);
    }
  }
}
