package com.wechaterp.hub.shipment;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A WeChat with one order that takes parcels, and can lose answers, lose calls and refuse. */
final class FalteringDelivery implements WeChat {

  final List<String> sent = new ArrayList<>();
  final List<String> parcels = new ArrayList<>();
  int status = 20;
  boolean losesTheCall;
  boolean losesTheAnswer;
  @Nullable WeChatException refuses;
  @Nullable Runnable meanwhile;

  @Override
  public Map<String, Object> call(String account, String operation, Map<String, ?> body) {
    switch (operation) {
      case "shop/order/get" -> {
        if (status == 0) {
          throw failure(operation, 1010011, ErrorCategory.PERMANENT, false);
        }
        return Map.of("order", Shipments.answer(status, DeliveryType.COURIER, parcels));
      }
      case "shop/delivery/get_company_list" -> {
        return Map.of(
            "company_list", List.of(Map.of("delivery_id", "SF", "delivery_name", "顺丰速运")));
      }
      default -> {
        return take(operation, body);
      }
    }
  }

  private Map<String, Object> take(String operation, Map<String, ?> body) {
    sent.add(operation);
    if (meanwhile != null) {
      meanwhile.run();
    }
    if (refuses != null) {
      WeChatException once = refuses;
      refuses = null;
      throw once;
    }
    if (losesTheCall) {
      losesTheCall = false;
      throw failure(operation, 0, ErrorCategory.OUTAGE, true);
    }
    if (operation.equals("shop/delivery/recieve")) {
      status = 100;
    } else {
      if (body.get("delivery_list") instanceof List<?> list) {
        list.forEach(
            each ->
                parcels.add(
                    ((Map<?, ?>) each).get("delivery_id")
                        + "/"
                        + ((Map<?, ?>) each).get("waybill_id")));
      }
      status = Long.valueOf(1).equals(body.get("finish_all_delivery")) ? 30 : 21;
    }
    if (losesTheAnswer) {
      losesTheAnswer = false;
      throw failure(operation, 0, ErrorCategory.OUTAGE, true);
    }
    return Map.of();
  }

  static WeChatException refusal(int code, ErrorCategory category) {
    return failure("shop/delivery/send", code, category, false);
  }

  private static WeChatException failure(
      String operation, int code, ErrorCategory category, boolean unknown) {
    return new WeChatException(
        Problem.of("wechat-unreachable", "operation", operation, "error", code),
        category,
        operation,
        code,
        unknown,
        null);
  }
}
