package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.work.WorkList;
import java.util.Set;

/**
 * After-sales that wait because of another one of the same goods: WeChat lets one run at a time
 * (WeChat docs, limits [限额]).
 */
final class RunningAfterSales {

  /** The code of what they wait for. */
  static final String WAITS = "aftersale-goods-refused";

  private RunningAfterSales() {}

  /** Lets those of an order go on, since one of them has ended. */
  static void ended(WorkList work, String outOrderId) {
    work.release(
        Set.of(Release.ERP_CHANGE),
        reason -> reason.code().equals(WAITS) && outOrderId.equals(reason.facts().get("order")));
  }
}
