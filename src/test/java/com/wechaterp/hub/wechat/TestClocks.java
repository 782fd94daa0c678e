package com.wechaterp.hub.wechat;

import com.wechaterp.hub.clock.NodeClock;
import com.wechaterp.hub.problem.Language;
import java.time.Clock;
import java.util.Map;

/** WeChat's clock for tests of other packages. */
public final class TestClocks {

  private TestClocks() {}

  /** Returns a clock of the accounts main and second that goes as another does. */
  public static WeChatClock of(Clock clock) {
    return of(new NodeClock(clock, Language.EN));
  }

  /** Returns a clock of the accounts main and second whose platform is {@code wechat}. */
  public static WeChatClock of(NodeClock node) {
    WeChatAccount account =
        new WeChatAccount("wx1", "secret", "", "", "http://wechat", Shipping.COMPONENT);
    return new WeChatClock(node, new WeChatAccounts(Map.of("main", account, "second", account)));
  }
}
