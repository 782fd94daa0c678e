package com.wechaterp.hub.order;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

  /**
   * Returns an order, null if the ERP has none of that id or its row cannot be read, for which the
   * flow of the orders holds it.
   *
   * @throws com.wechaterp.hub.erp.ErpException if the ERP cannot be reached
   */
  public @Nullable Order findIfReadable(String outOrderId) {
    ErpRow row = find(List.of(outOrderId)).get(outOrderId);
    return row == null ? null : row.order();
  }

  /** Returns the orders of some ids, by id; those that cannot be read say why. */
  Map<String, ErpRow> find(Collection<String> outOrderIds) {
    Map<String, ErpRow> found = new HashMap<>();
    Erp merchant = erp.getIfAvailable();
    if (merchant != null && merchant.has(PORT)) {
      merchant.read(
          PORT,
          outOrderIds,
          document -> found.put(String.valueOf(document.get("out_order_id")), row(document)),
          bad ->
              found.put(bad.key(), new ErpRow(null, Hold.of(bad.problem(), Release.ERP_CHANGE))));
    }
    return found;
  }

  private static ErpRow row(Map<String, Object> document) {
    try {
      return new ErpRow(OrderReader.read(document), null);
    } catch (HoldException e) {
      return new ErpRow(null, e.hold());
    }
  }

  /** Lists the ids of orders that last changed in a span of time, some at once. */
  void changed(Instant from, Instant to, Consumer<List<String>> onIds) {
    Erp merchant = erp.getIfAvailable();
    if (merchant != null && merchant.has(PORT)) {
      merchant.changed(PORT, from, to, onIds);
    }
  }
}
