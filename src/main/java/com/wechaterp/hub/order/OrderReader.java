package com.wechaterp.hub.order;

import com.wechaterp.hub.document.Columns;
import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link Order} of a document: the ERP's rows, or what the mini-program's backend sent.
 */
final class OrderReader {

  private OrderReader() {}

  /**
   * An order, and what is wrong with the document it was read from.
   *
   * @param order as far as it could be read
   * @param problems every column of a wrong type
   */
  record Reading(Order order, List<Problem> problems) {}

  /**
   * Returns the order, or null if there is no document.
   *
   * @throws HoldException if columns have the wrong type, all of them named
   */
  static @Nullable Order read(@Nullable Map<String, ?> document) {
    if (document == null) {
      return null;
    }
    Reading reading = reading(document);
    Findings.holdIfAny("order", reading.order.outOrderId(), reading.problems);
    return reading.order;
  }

  static Reading reading(Map<String, ?> document) {
    String key = String.valueOf(document.get("out_order_id"));
    Columns columns = new Columns("order", key, document);
    OrderPrice price = price(columns);
    Order order =
        new Order(
            columns.text("out_order_id"),
            columns.text("out_user_id"),
            columns.text("openid"),
            (int) columns.number("fund_type"),
            columns.text("scene"),
            columns.text("path"),
            columns.text("trace_id"),
            columns.time("create_time"),
            columns.time("expire_time"),
            columns.number("aftersale_duration", 0),
            LineReader.lines(columns.rows("product_infos", "out_sku_id"), price.goods()),
            price,
            payment(columns),
            (int) columns.number("delivery_type", Order.COURIER),
            address(columns, ""),
            address(columns, "return_"),
            columns.extra());
    return new Reading(order, columns.findings());
  }

  private static OrderPrice price(Columns columns) {
    return new OrderPrice(
        columns.number("order_price"),
        columns.number("freight", 0),
        columns.number("discounted_price", 0),
        columns.number("additional_price", 0),
        columns.text("additional_remarks"));
  }

  private static Payment payment(Columns columns) {
    return new Payment(
        (int) columns.number("pay_method_type", Payment.BY_WECHAT_PAY),
        columns.text("prepay_id"),
        columns.time("prepay_time"),
        PaymentAction.of(columns.number("action_type", 0)),
        columns.text("action_remark"),
        columns.text("transaction_id"),
        columns.time("pay_time"));
  }

  private static OrderAddress address(Columns columns, String prefix) {
    return new OrderAddress(
        columns.text(prefix + "receiver_name").strip(),
        columns.text(prefix + "country"),
        columns.text(prefix + "province"),
        columns.text(prefix + "city"),
        columns.text(prefix + "town"),
        columns.text(prefix + "detailed_address").strip(),
        columns.text(prefix + "tel_number").strip());
  }
}
