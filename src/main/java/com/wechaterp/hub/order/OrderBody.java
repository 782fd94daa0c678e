package com.wechaterp.hub.order;

import com.wechaterp.hub.wechat.WeChatTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the platform's request bodies of an order. */
final class OrderBody {

  private OrderBody() {}

  static Map<String, Object> of(OrderRequest request) {
    Order order = request.order();
    return order.extra().into(request.operation(), body(request, order));
  }

  private static Map<String, Object> body(OrderRequest request, Order order) {
    return switch (request.operation()) {
      case OrderOperation.ADD -> add(request, order);
      case OrderOperation.PAY -> pay(order);
      case OrderOperation.CHANGE_PRICE -> changePrice(order);
      default -> named(order);
    };
  }

  private static Map<String, Object> named(Order order) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("out_order_id", order.outOrderId());
    body.put("openid", order.openid());
    return body;
  }

  private static Map<String, Object> add(OrderRequest request, Order order) {
    Map<String, Object> body = named(order);
    put(body, "out_user_id", order.outUserId());
    body.put("fund_type", (long) order.fundType());
    if (!order.scene().isEmpty()) {
      body.put("scene", Long.valueOf(order.scene()));
    }
    body.put("path", order.path());
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("product_infos", order.lines().stream().map(each -> line(order, each)).toList());
    if (!order.byScene()) {
      // The scene merchant number is WeChat's own, so there is nothing to tell (order.add).
      detail.put("pay_info", payment(order.payment()));
    }
    detail.put("price_info", price(order.price()));
    body.put("order_detail", detail);
    body.put("delivery_detail", Map.of("delivery_type", (long) order.deliveryType()));
    putAddress(body, "address_info", order.address());
    putAddress(body, "default_receiving_address", order.returnAddress());
    body.put("create_time", WeChatTime.text(request.times().createdAt()));
    body.put("expire_time", request.times().expiresAt().getEpochSecond());
    if (order.aftersaleDays() > 0) {
      body.put("aftersale_duration", order.aftersaleDays());
    }
    put(body, "trace_id", order.traceId());
    return body;
  }

  private static Map<String, Object> line(Order order, OrderLine line) {
    Map<String, Object> body = amounts(line);
    body.put("product_cnt", line.count());
    body.put("path", line.path());
    body.put("title", line.title());
    body.put("head_img", line.headImage());
    if (!order.byScene()) {
      // The older contract wants the price of one (WeChat docs, the two contracts [接口升级]).
      body.put("real_price", line.realPrice() / Math.max(1, line.count()));
    }
    return body;
  }

  private static Map<String, Object> amounts(OrderLine line) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("out_product_id", line.outProductId());
    body.put("out_sku_id", line.outSkuId());
    body.put("sale_price", line.salePrice());
    body.put("sku_real_price", line.realPrice());
    return body;
  }

  private static Map<String, Object> payment(Payment payment) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("pay_method_type", (long) payment.methodType());
    put(body, "prepay_id", payment.prepayId());
    if (payment.prepayTime() != null) {
      body.put("prepay_time", WeChatTime.text(payment.prepayTime()));
    }
    return body;
  }

  private static Map<String, Object> price(OrderPrice price) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("order_price", price.orderPrice());
    body.put("freight", price.freight());
    body.put("discounted_price", price.discounted());
    body.put("additional_price", price.additional());
    put(body, "additional_remarks", price.remarks());
    return body;
  }

  private static void putAddress(Map<String, Object> body, String name, OrderAddress address) {
    if (address.isEmpty()) {
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("receiver_name", address.receiver());
    put(fields, "country", address.country());
    put(fields, "province", address.province());
    put(fields, "city", address.city());
    put(fields, "town", address.town());
    fields.put("detailed_address", address.detail());
    fields.put("tel_number", address.telephone());
    body.put(name, fields);
  }

  private static Map<String, Object> pay(Order order) {
    Payment payment = order.payment();
    Map<String, Object> body = named(order);
    body.put("action_type", (long) payment.action().code());
    put(body, "action_remark", payment.remark());
    put(body, "transaction_id", payment.transactionId());
    if (payment.paidAt() != null) {
      body.put("pay_time", WeChatTime.text(payment.paidAt()));
    }
    return body;
  }

  private static Map<String, Object> changePrice(Order order) {
    Map<String, Object> body = named(order);
    List<Map<String, Object>> lines = order.lines().stream().map(OrderBody::amounts).toList();
    body.put("product_infos", lines);
    body.put("price_info", price(order.price()));
    return body;
  }

  private static void put(Map<String, Object> body, String name, String value) {
    if (!value.isEmpty()) {
      body.put(name, value);
    }
  }
}
