package com.wechaterp.hub.erp;

import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row as values by alias; NULL stays NULL. */
class AliasRows implements RowMapper<Map<String, Object>> {

  @Override
  public Map<String, Object> mapRow(ResultSet row, int index) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Object value = row.getObject(i);
      values.put(
          columns.getColumnLabel(i),
          value instanceof Clob clob ? clob.getSubString(1, (int) clob.length()) : value);
    }
    return values;
  }
}
