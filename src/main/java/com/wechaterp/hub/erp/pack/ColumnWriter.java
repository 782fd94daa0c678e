package com.wechaterp.hub.erp.pack;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes the parameters of a writing port's statements, by the same column rules as reading. */
public final class ColumnWriter {

  private final Pack pack;
  private final Port port;
  private final TimeColumn times;
  private final JsonMapper json = JsonMapper.builder().build();

  public ColumnWriter(Pack pack, Port port) {
    this.pack = pack;
    this.port = port;
    this.times = new TimeColumn(pack.zone());
  }

  /**
   * Returns the value as the ERP keeps it: yuan for fen, its own codes where the column has a map,
   * its way of writing times and lists.
   *
   * @param column the canonical name
   * @param value the canonical value; null stays null
   */
  public @Nullable Object write(String column, @Nullable Object value) {
    PortColumn type = port.type().columns().get(column);
    if (value == null || type == null) {
      return value;
    }
    ColumnRule rule = port.rule(column);
    if (value instanceof Instant time) {
      return times.write(rule.unit(), rule.format(), time);
    }
    if (type.type() == ColumnType.FEN && "yuan".equals(rule.money())) {
      return new BigDecimal(value.toString()).movePointLeft(2);
    }
    if (value instanceof List<?> list) {
      return listed(rule, list);
    }
    String map = rule.map();
    return map == null ? value : mapped(pack.values().getOrDefault(map, Map.of()), value);
  }

  /**
   * A value without an entry goes through as it is: WeChat may know states no pack has heard of.
   */
  private static Object mapped(Map<String, String> map, Object value) {
    String mapped = map.getOrDefault(value.toString(), map.get(Pack.OTHERWISE));
    return mapped == null ? value : mapped;
  }

  private String listed(ColumnRule rule, List<?> list) {
    String split = rule.split();
    return split == null
        ? json.writeValueAsString(list)
        : String.join(split, list.stream().map(Objects::toString).toList());
  }
}
