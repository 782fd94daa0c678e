package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.EachAccount;
import com.wechaterp.hub.wechat.WeChat;
import java.util.Map;
import java.util.TreeMap;

/** Sets which page WeChat's order centre [订单中心] opens for an order. */
public class OrderPages {

  /** How the settings write it; WeChat's own way is a placeholder of configuration files too. */
  private static final String NUMBER = "{out_trade_no}";

  /** WeChat puts the payment's out_trade_no in its place (document order_center). */
  private static final String WECHATS_NUMBER = "${商品订单号}";

  private final WeChat wechat;
  private final Map<String, String> paths;

  OrderPages(WeChat wechat, Map<String, String> paths) {
    this.wechat = wechat;
    this.paths = new TreeMap<>(paths);
  }

  /**
   * Sets each account's page, if WeChat has another.
   *
   * @throws ProblemException {@code shipping-info-order-path} if a path has no place for the number
   */
  public void set() {
    EachAccount.of(paths.keySet(), account -> set(account, paths.getOrDefault(account, "")));
  }

  private void set(String account, String given) {
    if (given.isEmpty()) {
      return;
    }
    String path = given.replace(NUMBER, WECHATS_NUMBER);
    if (!path.contains(WECHATS_NUMBER)) {
      throw new ProblemException(
          Problem.of(
              "shipping-info-order-path", "account", account, "found", given, "number", NUMBER));
    }
    Answer now = new Answer(wechat.call(account, ShippingInfoOperation.ORDER_PATH, Map.of()));
    if (!now.text("path").equals(path)) {
      wechat.call(account, ShippingInfoOperation.SET_ORDER_PATH, Map.of("path", path));
    }
  }
}
