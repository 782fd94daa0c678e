package com.wechaterp.hub.shipment;

import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;

/** Decides where a shipment is told: to the component, or to the shipping-info management. */
class ShippingLanes {

  private static final String OTHER = "shipping-infos";
  private static final int SCENE_MERCHANT = 1;

  private final WeChatAccounts accounts;
  private final WorkList work;

  ShippingLanes(WeChatAccounts accounts, WorkList work) {
    this.accounts = accounts;
    this.work = work;
  }

  /** Returns whether the component is told. */
  boolean isComponents(String account, OrderLink link) {
    return switch (accounts.require(account).shipping()) {
      case COMPONENT -> true;
      case SHIPPING_INFO -> false;
      case BY_FUND_TYPE -> link.exists() && link.fundType() == SCENE_MERCHANT;
    };
  }

  /** Lets the flow of the shipping-info management look at the order. */
  void passOn(String account, String key) {
    work.mark(new WorkKey(OTHER, account, key), WorkPriority.NORMAL, "shipped in the ERP");
  }
}
