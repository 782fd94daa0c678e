package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSale.Line;
import com.wechaterp.hub.aftersale.AfterSaleDecision.ReturnAddress;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.wechat.WeChatTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the platform's request bodies of calls about after-sales. */
final class AfterSaleBody {

  /** What get_company_list calls a courier that is not in it. */
  private static final String OTHERS = "OTHERS";

  private static final long PICTURE = 1;

  private AfterSaleBody() {}

  /** Returns the body of a call. */
  static Map<String, Object> of(AfterSaleCall call) {
    Subject subject = call.subject();
    if (subject instanceof Subject.Decided decided) {
      return decided(call, decided);
    }
    if (subject instanceof Subject.Requested requested) {
      return requested.wanted().extra().into(call.operation(), requested(call, requested));
    }
    if (subject instanceof Subject.Recorded recorded) {
      return recorded.wanted().extra().into(call.operation(), recorded(call, recorded));
    }
    return deadline((Subject.Deadline) subject);
  }

  private static Map<String, Object> decided(AfterSaleCall call, Subject.Decided decided) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("aftersale_id", Long.valueOf(decided.known().aftersaleId()));
    ReturnAddress address = decided.decision().address();
    if (call.operation().equals(AfterSaleOperation.MERCHANT_UPDATE) && address != null) {
      body.put("return_address_info", address(address));
      return Map.of("after_sales_order", body);
    }
    switch (call.operation()) {
      case AfterSaleOperation.ACCEPT_RETURN -> {
        if (address != null) {
          body.put("address_info", address(address));
        }
      }
      case AfterSaleOperation.UPLOAD_CERTIFICATES -> {
        body.put("refund_desc", decided.decision().reason());
        body.put("certificates", links(call));
      }
      default -> {
        // The id says it all.
      }
    }
    return body;
  }

  private static Map<String, Object> address(ReturnAddress address) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("receiver_name", address.receiverName());
    body.put("country", address.country());
    body.put("province", address.province());
    body.put("city", address.city());
    body.put("town", address.town());
    body.put("detailed_address", address.detailedAddress());
    body.put("tel_number", address.telNumber());
    body.values().removeIf(""::equals);
    return body;
  }

  private static Map<String, Object> requested(AfterSaleCall call, Subject.Requested requested) {
    AfterSaleRequest wanted = requested.wanted();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("out_aftersale_id", wanted.outAftersaleId());
    body.put("openid", requested.order().openid());
    switch (call.operation()) {
      case AfterSaleOperation.ADD -> {
        body.put("out_order_id", wanted.outOrderId());
        body.put("product_info", line(wanted.lines().get(0), requested.order()));
        asked(call, wanted, body);
      }
      case AfterSaleOperation.UPDATE -> asked(call, wanted, body);
      case AfterSaleOperation.UPLOAD_RETURN_INFO -> {
        String courier = wanted.deliveryId().isEmpty() ? OTHERS : wanted.deliveryId();
        body.put("delivery_id", courier);
        body.put(
            "delivery_name", wanted.deliveryName().isEmpty() ? courier : wanted.deliveryName());
        body.put("waybill_id", wanted.waybillId());
      }
      default -> {
        // A cancellation names only the ticket and the buyer.
      }
    }
    return body;
  }

  private static void asked(AfterSaleCall call, AfterSaleRequest wanted, Map<String, Object> body) {
    body.put("type", (long) wanted.type().code());
    body.put("orderamt", wanted.orderamt());
    body.put("refund_reason_type", (long) wanted.reasonType());
    body.put("refund_reason", wanted.reason());
    List<String> links = links(call);
    if (!links.isEmpty()) {
      // Both links are needed (document ecaftersale.add).
      body.put(
          "media_list",
          links.stream()
              .map(link -> Map.of("type", PICTURE, "url", link, "thumb_url", link))
              .toList());
    }
  }

  private static Map<String, Object> recorded(AfterSaleCall call, Subject.Recorded recorded) {
    AfterSaleRequest wanted = recorded.wanted();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("out_order_id", wanted.outOrderId());
    body.put("out_aftersale_id", wanted.outAftersaleId());
    body.put("openid", recorded.order().openid());
    body.put("status", (long) recorded.status());
    body.put("finish_all_aftersale", wanted.finishAll() ? 1L : 0L);
    if (call.operation().equals(AfterSaleOperation.ADD_V1)) {
      body.put("path", wanted.path());
      body.put("type", (long) wanted.type().code());
      body.put("refund", wanted.orderamt());
      body.put("create_time", WeChatTime.text(recorded.openedAt()));
      body.put(
          "product_infos",
          wanted.lines().stream().map(line -> line(line, recorded.order())).toList());
    }
    return body;
  }

  private static Map<String, Object> deadline(Subject.Deadline deadline) {
    return Map.of(
        "out_order_id", deadline.outOrderId(),
        "openid", deadline.openid(),
        "after_sale_deadline", deadline.seconds());
  }

  private static Map<String, Object> line(Line line, KnownOrder order) {
    String product =
        order.lines().stream()
            .filter(each -> each.outSkuId().equals(line.outSkuId()))
            .map(KnownOrder.Line::outProductId)
            .findFirst()
            .orElse(line.outProductId());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("out_product_id", line.outProductId().isEmpty() ? product : line.outProductId());
    if (!line.outSkuId().isEmpty()) {
      // Goods without a SKU carry no field, not an empty one (document ecaftersale.add).
      body.put("out_sku_id", line.outSkuId());
    }
    body.put("product_cnt", line.productCnt());
    return body;
  }

  private static List<String> links(AfterSaleCall call) {
    return call.subject().pictures().stream()
        .map(source -> call.pictures().getOrDefault(source, source))
        .toList();
  }
}
