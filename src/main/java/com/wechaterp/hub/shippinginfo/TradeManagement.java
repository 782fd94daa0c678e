package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Header;

/** Checks that WeChat's shipping-info management is open to the accounts that use it. */
public class TradeManagement {

  private static final Duration LOOK_AGAIN = Duration.ofHours(6);

  private final WeChat wechat;
  private final WeChatAccounts accounts;
  private final Clock clock;

  TradeManagement(WeChat wechat, WeChatAccounts accounts, Clock clock) {
    this.wechat = wechat;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Looks at an account of which WeChat says that it must join order shipping management [订单发货管理],
   * and goes on looking until it has.
   *
   * @throws HoldException as long as it has not
   */
  public void look(@Header(WorkHeaders.ACCOUNT) String account) {
    List<Problem> missing = problems(account);
    if (!missing.isEmpty()) {
      Problem controlled =
          Problem.of(
              "shipping-info-controlled", "account", account, "missing", missing.get(0).code());
      throw new HoldException(
          new Hold(controlled, Release.PERSON, clock.instant().plus(LOOK_AGAIN), 50));
    }
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
