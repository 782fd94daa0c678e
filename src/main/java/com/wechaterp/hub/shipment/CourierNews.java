package com.wechaterp.hub.shipment;

import com.wechaterp.hub.courier.CourierAliases;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.work.WorkList;
import java.util.Map;

/** Lets held shipments go on when the admin has given a courier a name. */
public class CourierNews {

  private static final int ALL = 100_000;

  private final CourierAliases aliases;
  private final WeChatAccounts accounts;
  private final WorkList work;
  private Map<String, String> last = Map.of();

  CourierNews(CourierAliases aliases, WeChatAccounts accounts, WorkList work) {
    this.aliases = aliases;
    this.accounts = accounts;
    this.work = work;
  }

  /** Wakes what waits for a change of the configuration, if the names changed. */
  public synchronized void look() {
    Map<String, String> now = aliases.current();
    if (!now.equals(last)) {
      last = now;
      accounts.names().forEach(account -> work.release(Release.CONFIG_CHANGE, account, ALL));
    }
  }
}
