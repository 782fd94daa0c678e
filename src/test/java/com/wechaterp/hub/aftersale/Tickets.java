package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSale.Line;
import com.wechaterp.hub.aftersale.AfterSaleDecision.Kind;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.wechat.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** After-sales for tests. */
final class Tickets {

  static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");
  static final Instant OPENED = Instant.parse("2026-11-25T04:00:00Z");
  static final AfterSaleSettings SETTINGS = settings(List.of());

  private Tickets() {}

  static AfterSaleSettings settings(List<String> requireAmount) {
    return new AfterSaleSettings(
        new AfterSaleSettings.Deadlines(
            Duration.ofHours(48),
            Duration.ofHours(48),
            Duration.ofHours(48),
            Duration.ofDays(7),
            Duration.ofDays(7)),
        Duration.ofHours(12),
        Duration.ofMinutes(15),
        requireAmount,
        Duration.ofSeconds(3));
  }

  /** Returns a ticket over 19.90 yuan as WeChat answers it. */
  static Map<String, Object> answer(int type, int status) {
    Map<String, Object> ticket = new LinkedHashMap<>();
    ticket.put("aftersale_id", 4000000001596225L);
    ticket.put("out_aftersale_id", "");
    ticket.put("order_id", 3302853640130003968L);
    ticket.put("out_order_id", "1001");
    ticket.put("openid", "buyer");
    ticket.put("type", (long) type);
    ticket.put("status", (long) status);
    ticket.put("orderamt", 1990L);
    ticket.put("refund_reason_type", 3L);
    ticket.put("refund_reason", "不想要了");
    ticket.put("create_time", String.valueOf(OPENED.toEpochMilli()));
    ticket.put("update_time", String.valueOf(OPENED.toEpochMilli()));
    ticket.put(
        "product_info",
        Map.of("out_product_id", "P1", "out_sku_id", "S1", "product_cnt", 1L, "product_id", 0L));
    return ticket;
  }

  static AfterSale ticket(int type, int status) {
    return AfterSale.driven(new Answer(answer(type, status)));
  }

  static AfterSaleDecision decided(Kind kind) {
    return decided(kind, null, null);
  }

  static AfterSaleDecision decided(Kind kind, @Nullable Long orderamt, @Nullable Instant version) {
    return new AfterSaleDecision(
        kind,
        orderamt,
        "agreed by phone",
        List.of("https://shop.example/proof.jpg"),
        null,
        version,
        null,
        null);
  }

  static SentCall done(String operation, String content) {
    return new SentCall(
        operation, content, 2, OPENED, NOW.minus(Duration.ofHours(1)), SentCall.Outcome.DONE);
  }

  /** Returns a request over one of two pieces of S1. */
  static AfterSaleRequest request(long orderamt) {
    return request(AfterSaleType.REFUND, List.of(new Line("P1", "S1", 1)), orderamt, Map.of());
  }

  static AfterSaleRequest request(
      AfterSaleType type, List<Line> lines, long orderamt, Map<String, Object> more) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("out_order_id", "1001");
    document.put("type", type.code());
    document.put("orderamt", orderamt);
    document.put("refund_reason", "too small");
    document.put("path", "pages/aftersale?id=A1");
    document.put(
        "product_infos",
        lines.stream()
            .map(
                line ->
                    Map.of(
                        "out_product_id", line.outProductId(),
                        "out_sku_id", line.outSkuId(),
                        "product_cnt", line.productCnt()))
            .toList());
    document.putAll(more);
    return RequestReader.read("A1", document);
  }

  /** Returns an order of two S1 for 39.80 and one S2 for 10.00, with 6.00 of freight. */
  static KnownOrder order(int status, int fundType) {
    return new KnownOrder(
        "3302853640130003968",
        "1001",
        "buyer",
        status,
        fundType,
        List.of(
            new KnownOrder.Line("P1", "S1", 2, 1990, 3980),
            new KnownOrder.Line("P2", "S2", 1, 1000, 1000)),
        5580,
        "t",
        OPENED,
        1,
        false,
        List.of(),
        List.of(),
        Map.of());
  }

  static Wish wish(AfterSaleRequest wanted, @Nullable AfterSale known, SentCall... calls) {
    return new Wish(wanted, known, null, order(30, 1), List.of(), new Sent(List.of(calls)), NOW);
  }
}
