package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plays WeChat with one ticket; can do what is asked and lose the answer, or refuse. */
final class TicketMachine implements WeChat {

  final List<String> sent = new ArrayList<>();
  @Nullable Map<String, Object> ticket;
  boolean losesTheAnswer;
  boolean losesTheCall;
  int refusesWith;
  Runnable beforeReading = () -> {};

  void shows(int type, int status) {
    ticket = Tickets.answer(type, status);
  }

  int status() {
    return ticket == null ? 0 : ((Number) ticket.get("status")).intValue();
  }

  @Override
  public Map<String, Object> call(String account, String operation, Map<String, ?> body) {
    if (operation.equals(AfterSaleOperation.GET)) {
      beforeReading.run();
      if (ticket == null) {
        throw failure(operation, 2747001, ErrorCategory.PERMANENT, false);
      }
      return Map.of("after_sales_order", new LinkedHashMap<>(ticket));
    }
    sent.add(operation);
    if (refusesWith != 0) {
      throw failure(operation, refusesWith, ErrorCategory.PERMANENT, false);
    }
    if (losesTheCall) {
      losesTheCall = false;
      throw failure(operation, 0, ErrorCategory.OUTAGE, true);
    }
    apply(operation);
    if (losesTheAnswer) {
      losesTheAnswer = false;
      throw failure(operation, 0, ErrorCategory.OUTAGE, true);
    }
    return Map.of();
  }

  private void apply(String operation) {
    if (operation.equals(AfterSaleOperation.ADD)) {
      shows(1, 2);
    } else if (ticket != null) {
      ticket.put("status", next(operation));
      ticket.put("update_time", String.valueOf(System.currentTimeMillis()));
    }
  }

  private long next(String operation) {
    return switch (operation) {
      case AfterSaleOperation.ACCEPT_REFUND -> 11;
      case AfterSaleOperation.ACCEPT_RETURN -> 6;
      case AfterSaleOperation.UPLOAD_RETURN_INFO -> 8;
      case AfterSaleOperation.CANCEL -> 1;
      case AfterSaleOperation.REJECT -> status() == 2 ? 4 : 5;
      default -> status();
    };
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
