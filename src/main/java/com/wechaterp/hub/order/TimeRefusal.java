package com.wechaterp.hub.order;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import java.util.regex.Pattern;

/**
 * A refusal of an order's times. The rules have found nothing wrong with what the merchant said, so
 * clocks or the hub's slowness are at fault, and the order is sent again by itself.
 */
final class TimeRefusal {

  private static final Pattern TIMES = Pattern.compile("create_time|expire_time");

  private TimeRefusal() {}

  /** Returns whether WeChat refuses the times of a new order; it names the field in its text. */
  static boolean is(WeChatException refusal) {
    return refusal.operation().equals(OrderOperation.ADD)
        && refusal.category() == ErrorCategory.PERMANENT
        && TIMES.matcher(refusal.problem().facts().getOrDefault("errmsg", "")).find();
  }

  /** Returns the refusal as one that passes. */
  static WeChatException passing(String outOrderId, WeChatException refusal) {
    Problem problem =
        Problem.of(
            "order-time-refused",
            "key",
            outOrderId,
            "errcode",
            refusal.errcode(),
            "errmsg",
            refusal.problem().facts().getOrDefault("errmsg", ""));
    return new WeChatException(
        problem, ErrorCategory.RETRY, refusal.operation(), refusal.errcode(), false, refusal);
  }
}
