package com.wechaterp.hub.erp.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnWriterTest {

  private static final ColumnRule YUAN = rule("yuan", null, null);

  private static final ChangeRule NO_CHANGES =
      new ChangeRule(ChangeRule.By.SNAPSHOT, "", "", "datetime", null, Duration.ZERO, 0);

  private static ColumnRule rule(String money, String split, String map) {
    return new ColumnRule(
        money,
        split,
        false,
        null,
        false,
        map,
        null,
        null,
        null,
        null,
        0,
        null,
        null,
        StockRule.ALL);
  }

  private static ColumnWriter writer(Map<String, ColumnRule> rules) {
    Map<String, PortColumn> columns = new LinkedHashMap<>();
    columns.put("amount", new PortColumn("amount", ColumnType.FEN, true));
    columns.put("pay_time", new PortColumn("pay_time", ColumnType.TIME, false));
    columns.put("pictures", new PortColumn("pictures", ColumnType.LIST, false));
    columns.put("status", new PortColumn("status", ColumnType.COUNT, false));
    PortType type =
        new PortType(
            "order-paid",
            PortKind.WRITE,
            "out_order_id",
            columns,
            Map.of(),
            Map.of(),
            Map.of(),
            false);
    Port port =
        new Port(type, List.of("UPDATE o SET x = 1"), "order-paid.sql", NO_CHANGES, rules, null);
    Map<String, Map<String, String>> maps = Map.of("states", Map.of("20", "PAID"));
    Pack pack = new Pack("mine", ZoneId.of("Asia/Shanghai"), Map.of(), maps, Map.of(), Map.of());
    return new ColumnWriter(pack, port);
  }

  @Test
  void writesFenAsTheErpKeepsThem() {
    assertThat(writer(Map.of("amount", YUAN)).write("amount", 1999L))
        .isEqualTo(new BigDecimal("19.99"));
    assertThat(writer(Map.of()).write("amount", 1999L)).isEqualTo(1999L);
  }

  @Test
  void writesTimesInTheErpsZone() {
    assertThat(writer(Map.of()).write("pay_time", Instant.parse("2026-11-25T04:00:00Z")))
        .isEqualTo(LocalDateTime.of(2026, 11, 25, 12, 0));
  }

  @Test
  void writesListsJoinedOrAsJson() {
    List<String> two = List.of("a", "b");

    assertThat(writer(Map.of("pictures", rule(null, ",", null))).write("pictures", two))
        .isEqualTo("a,b");
    assertThat(writer(Map.of()).write("pictures", two)).isEqualTo("[\"a\",\"b\"]");
  }

  @Test
  void writesTheErpsOwnCodesAndKeepsThoseItHasNone() {
    ColumnWriter writer = writer(Map.of("status", rule(null, null, "states")));

    assertThat(writer.write("status", 20)).isEqualTo("PAID");
    assertThat(writer.write("status", 999)).isEqualTo(999);
  }
}
