package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.wechat.WeChatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that WeChat's shipping-info management is open to the accounts that use it. */
public class TradeManagement {

  private final WeChat wechat;
  private final WeChatAccounts accounts;

  TradeManagement(WeChat wechat, WeChatAccounts accounts) {
    this.wechat = wechat;
    this.accounts = accounts;
  }

  /** Returns whether an account ships through it. */
  public boolean uses(String account) {
    return accounts.require(account).shipping() != Shipping.COMPONENT;
  }

  /** Returns what is missing for one account. */
  public List<Problem> problems(String account) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> who = Map.of("appid", accounts.require(account).appId());
    try {
      if (!asked(account, ShippingInfoOperation.IS_MANAGED, who).flag("is_trade_managed")) {
        problems.add(Problem.of("shipping-info-not-managed", "account", account));
      } else if (!asked(account, ShippingInfoOperation.IS_CONFIRMED, who).flag("completed")) {
        problems.add(Problem.of("shipping-info-not-confirmed", "account", account));
      }
    } catch (WeChatException e) {
      problems.add(e.problem());
    }
    return problems;
  }

  private Answer asked(String account, String operation, Map<String, String> who) {
    return new Answer(wechat.call(account, operation, who));
  }
}
