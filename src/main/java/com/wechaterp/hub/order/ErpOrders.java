package com.wechaterp.hub.order;

import com.wechaterp.hub.erp.Erp;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The orders as the ERP has them. */
public class ErpOrders {

  private static final String PORT = "orders";

  private final ObjectProvider<Erp> erp;

  ErpOrders(ObjectProvider<Erp> erp) {
    this.erp = erp;
  }

  /** Returns whether the pack can read orders. */
  public boolean readable() {
    Erp merchant = erp.getIfAvailable();
    return merchant != null && merchant.has(PORT);
  }

  /**
   * Returns an order, null if the ERP has none of that id.
   *
   * @throws com.wechaterp.hub.erp.ErpException if the ERP cannot be reached
   * @throws com.wechaterp.hub.plan.HoldException if its row cannot be read
   */
  public @Nullable Order find(String outOrderId) {
    Erp merchant = erp.getIfAvailable();
    return merchant == null || !merchant.has(PORT)
        ? null
        : OrderReader.read(merchant.read(PORT, outOrderId).orElse(null));
  }
}
