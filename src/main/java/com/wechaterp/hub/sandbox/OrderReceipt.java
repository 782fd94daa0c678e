package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Ends orders: shipped, received, settled when nobody may ask for an after-sale any more. */
class OrderReceipt {

  private static final Logger LOG = LoggerFactory.getLogger(OrderReceipt.class);
  private static final Duration EARLIEST_DEADLINE = Duration.ofDays(5);
  private static final int DEFAULT_AFTERSALE_DAYS = 5;
  private static final Due RECEIPT = Orders.due("receipt_due");
  private static final Due SETTLEMENT = Orders.due("settlement_due");

  private final SandboxProperties.Orders settings;
  private final Pushes pushes;
  private final Ledger ledger;
  private final JsonMapper json = JsonMapper.builder().build();

  OrderReceipt(SandboxProperties.Orders settings, Pushes pushes, Ledger ledger, Timers timers) {
    this.settings = settings;
    this.pushes = pushes;
    this.ledger = ledger;
    RECEIPT.handle(timers, this::receiveByItself);
    SETTLEMENT.handle(timers, this::settle);
  }

  /** Everything is shipped; what needs no shipment is finished by that. */
  void shipped(Shop shop, Map<String, Object> order) {
    Fields.within(order, "delivery_detail").put("finish_all_delivery", 1);
    if (Deliveries.type(order) == Deliveries.NOTHING_TO_SHIP) {
      finish(shop, order);
      return;
    }
    order.put("status", OrderState.SHIPPED.code());
    RECEIPT.set(shop, order, settings.receiptAfter());
    Orders.save(shop, order);
  }

  private void receiveByItself(Shop shop, Map<String, Object> order) {
    if (OrderState.SHIPPED.of(order)) {
      receive(shop, order);
    }
  }

  /**
   * The goods arrived; the merchant may answer when after-sales end.
   *
   * @throws SandboxError 1000000 unless the order is shipped
   */
  void receive(Shop shop, Map<String, Object> order) {
    if (!OrderState.SHIPPED.of(order)) {
      throw OrderState.movedOn();
    }
    finish(shop, order);
    pushes.push(
        shop,
        "open_product_order_confirm",
        "order_info",
        Orders.ids(order),
        answer -> answered(shop, Fields.text(order, "out_order_id"), answer));
  }

  private static void finish(Shop shop, Map<String, Object> order) {
    order.put("status", OrderState.FINISHED.code());
    order.put("receive_time", shop.clock().now().getEpochSecond());
    RECEIPT.clear(order);
    long days = Fields.number(order, "aftersale_duration");
    SETTLEMENT.set(shop, order, Duration.ofDays(days == 0 ? DEFAULT_AFTERSALE_DAYS : days));
    Orders.save(shop, order);
  }

  private void answered(Shop shop, String outOrderId, String answer) {
    if (!answer.startsWith("{")) {
      return;
    }
    try {
      long deadline = json.readTree(answer).path("after_sale_deadline").asLong(0);
      synchronized (shop) {
        endAftersales(shop, shop.held(Orders.KIND, outOrderId), deadline);
      }
    } catch (JacksonException | IllegalArgumentException | SandboxError e) {
      LOG.warn("No after_sale_deadline in the answer for order {}: {}", outOrderId, e.getMessage());
    }
  }

  /**
   * Sets until when after-sales may be opened.
   *
   * @throws SandboxError 100000 before the receipt, 9401020 if it is within five days after it
   */
  void endAftersales(Shop shop, Map<String, Object> order, long deadline) {
    if (!OrderState.FINISHED.of(order)) {
      throw OrderState.notAllowed();
    }
    Instant received = Instant.ofEpochSecond(Fields.number(order, "receive_time"));
    if (Instant.ofEpochSecond(deadline).isBefore(received.plus(EARLIEST_DEADLINE))) {
      throw new SandboxError(9401020, "参数有误: after_sale_deadline");
    }
    order.put("after_sale_deadline", deadline);
    SETTLEMENT.set(shop, order, Instant.ofEpochSecond(deadline));
    Orders.save(shop, order);
  }

  /** Returns whether no after-sale of a received order may be opened any more. */
  static boolean isOver(Shop shop, Map<String, Object> order) {
    return order.containsKey("settle_no") || SETTLEMENT.isPast(shop, order);
  }

  /** All goods went back, or the merchant says that all after-sales are done. */
  void refunded(Shop shop, Map<String, Object> order) {
    order.put("status", OrderState.REFUNDED.code());
    RECEIPT.clear(order);
    SETTLEMENT.clear(order);
    Orders.save(shop, order);
    pushes.push(shop, "open_product_order_refund", "order_info", Orders.ids(order));
  }

  /** Pays out what is left of the order's money; WeChat holds only the scene merchant's. */
  void settle(Shop shop, Map<String, Object> order) {
    boolean settled = order.containsKey("settle_no");
    if (!OrderState.FINISHED.of(order) || !Orders.isOfSceneMerchant(order) || settled) {
      return;
    }
    long amount = Orders.kept(order);
    String outOrderId = Fields.text(order, "out_order_id");
    order.put("settle_no", "S" + shop.nextId());
    SETTLEMENT.clear(order);
    Orders.save(shop, order);
    ledger.settle(shop, outOrderId, amount);
    Map<String, Object> body = Orders.ids(order);
    body.put("settle_no", order.get("settle_no"));
    body.put("amount", amount);
    body.put("settle_time", shop.clock().wire());
    pushes.push(shop, "open_product_order_settle", "order_info", body);
  }
}
