package com.wechaterp.hub.shipment;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.AccountRows;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.order.OrderList;
import com.wechaterp.hub.order.OrderReading;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Plans every shipment of a span of time, and does nothing: what changed in the ERP, and the orders
 * placed in WeChat that were shipped.
 */
public class ShipmentDryRun {

  private static final String PORT = "shipments";

  private final OrderList list;
  private final OrderReading reading;
  private final ShipmentFlow flow;
  private final OrderLinks links;
  private final AccountRows owned;
  private final ShippingLanes lanes;
  private final Erp erp;

  ShipmentDryRun(
      OrderList list,
      OrderReading reading,
      ShipmentFlow flow,
      OrderLinks links,
      AccountRows owned,
      ShippingLanes lanes,
      Erp erp) {
    this.list = list;
    this.reading = reading;
    this.flow = flow;
    this.links = links;
    this.owned = owned;
    this.lanes = lanes;
    this.erp = erp;
  }

  /**
   * Compares what was shipped in a span of time, each order once.
   *
   * @throws com.wechaterp.hub.wechat.WeChatException if WeChat cannot be reached or refuses
   * @throws com.wechaterp.hub.erp.ErpException if the ERP cannot be reached
   */
  public void run(String account, Instant from, Instant to, Consumer<ComparedShipment> onShipment) {
    Set<String> seen = new HashSet<>();
    erp.changed(
        PORT, from, to, keys -> wanted(account, owned.orders(account, keys), seen, onShipment));
    list.read(
        account,
        from,
        to,
        page -> listed(account, page, seen, onShipment),
        // The comparison of orders tells of an order that cannot be read.
        (id, why) -> seen.add(id));
  }

  private void wanted(
      String account,
      Collection<String> keys,
      Set<String> seen,
      Consumer<ComparedShipment> onShipment) {
    List<ComparedShipment> bad = new ArrayList<>();
    Map<String, Map<String, Object>> rows = new HashMap<>();
    erp.read(
        PORT,
        keys.stream().filter(seen::add).toList(),
        row -> rows.put(String.valueOf(row.get("out_order_id")), row),
        wrong -> {
          Plan plan = Plan.hold(Hold.of(wrong.problem(), Release.ERP_CHANGE));
          bad.add(new ComparedShipment(account, wrong.key(), null, null, plan));
        });
    bad.forEach(onShipment);
    rows.forEach((key, row) -> onShipment.accept(compared(account, key, row)));
  }

  private ComparedShipment compared(String account, String key, Map<String, Object> row) {
    try {
      Shipment wanted = ShipmentReader.read(row);
      return wanted == null || !lanes.isComponents(account, links.of(account, key))
          ? new ComparedShipment(account, key, wanted, null, Plan.nothing())
          : flow.dryRun(account, wanted, reading);
    } catch (HoldException e) {
      return new ComparedShipment(account, key, null, null, Plan.hold(e.hold()));
    } catch (WeChatException e) {
      // What WeChat refuses of one order it refuses every night; the others go on.
      if (e.category() != ErrorCategory.PERMANENT) {
        throw e;
      }
      Plan plan = Plan.hold(Hold.of(e.problem(), Release.PERSON));
      return new ComparedShipment(account, key, null, null, plan);
    }
  }

  /** Orders with parcels that the ERP has not touched lately: those it has are compared as well. */
  private void listed(
      String account,
      List<KnownOrder> page,
      Set<String> seen,
      Consumer<ComparedShipment> onShipment) {
    Map<String, KnownOrder> shipped = new HashMap<>();
    page.stream()
        .filter(order -> !order.parcels().isEmpty() && !seen.contains(order.outOrderId()))
        .forEach(order -> shipped.put(order.outOrderId(), order));
    Set<String> inErp = new HashSet<>();
    wanted(
        account,
        shipped.keySet(),
        seen,
        each -> {
          inErp.add(each.outOrderId());
          onShipment.accept(each);
        });
    shipped.forEach(
        (key, order) -> {
          if (!inErp.contains(key)) {
            onShipment.accept(new ComparedShipment(account, key, null, order, Plan.nothing()));
          }
        });
  }
}
