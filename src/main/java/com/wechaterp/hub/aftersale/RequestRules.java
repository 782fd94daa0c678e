package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSale.Line;
import com.wechaterp.hub.link.OrderStatus;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What WeChat would refuse of a request, told before it is asked. */
final class RequestRules {

  private final Wish it;
  private final List<Problem> problems = new ArrayList<>();

  private RequestRules(Wish it) {
    this.it = it;
  }

  /** Returns what is wrong with a request for WeChat to handle. */
  static List<Problem> driven(Wish wish) {
    RequestRules rules = new RequestRules(wish);
    AfterSaleRequest wanted = wish.wanted();
    if (wanted.type() != AfterSaleType.REFUND && wanted.type() != AfterSaleType.RETURN_REFUND) {
      rules.add("aftersale-type", "type", wanted.type().code(), "known", "1, 2");
    }
    if (wanted.lines().size() != 1) {
      rules.add("aftersale-one-line", "product_infos", wanted.lines().size());
    }
    if (wanted.type() == AfterSaleType.RETURN_REFUND
        && wish.order().status() == OrderStatus.WAITING_SHIPMENT) {
      rules.add("aftersale-not-shipped", "type", wanted.type().code());
    }
    if (wanted.reason().isEmpty()) {
      rules.add("aftersale-value-missing", "refund_reason", "-");
    }
    return rules.check();
  }

  /** Returns what is wrong with an after-sale to record. */
  static List<Problem> recorded(Wish wish) {
    RequestRules rules = new RequestRules(wish);
    if (wish.wanted().type() == AfterSaleType.UNKNOWN) {
      rules.add("aftersale-type", "type", AfterSaleType.UNKNOWN.code(), "known", "1, 2, 3");
    }
    if (wish.wanted().lines().isEmpty()) {
      rules.add("aftersale-value-missing", "product_infos", 0);
    }
    if (wish.wanted().path().isEmpty()) {
      rules.add("aftersale-value-missing", "path", "-");
    }
    return rules.check();
  }

  private List<Problem> check() {
    if (!it.order().status().paid() || it.order().status() == OrderStatus.REFUNDED) {
      add(
          "aftersale-order-state",
          "out_order_id",
          it.order().statusCode(),
          "state",
          it.order().status().chinese());
      return problems;
    }
    boolean linesFit = true;
    for (Line line : it.wanted().lines()) {
      linesFit &= fits(line);
    }
    if (it.wanted().type() != AfterSaleType.EXCHANGE && it.wanted().orderamt() <= 0) {
      add("aftersale-amount", "orderamt", Money.yuan(it.wanted().orderamt()));
    } else if (linesFit) {
      withinWhatWasPaid();
    }
    return problems;
  }

  private boolean fits(Line line) {
    Optional<KnownOrder.Line> ordered = ordered(line);
    String field = "product_infos[" + line.outSkuId() + "]";
    if (ordered.isEmpty()) {
      add("aftersale-line-unknown", field, line.outSkuId());
      return false;
    }
    long left = ordered.get().productCnt() - claimed(line.outSkuId(), Claim::productCnt);
    if (line.productCnt() < 1 || line.productCnt() > left) {
      add("aftersale-count", field + ".product_cnt", line.productCnt(), "most", left);
      return false;
    }
    return true;
  }

  private void withinWhatWasPaid() {
    long paid = 0;
    long claimed = 0;
    for (Line line : it.wanted().lines()) {
      long others = claimed(line.outSkuId(), Claim::orderamt);
      paid += ordered(line).map(each -> left(each, line.productCnt(), others)).orElse(0L);
      claimed += others;
    }
    paid += untilShipped();
    long all = it.claims().stream().mapToLong(Claim::orderamt).sum();
    long most = Math.max(0, Math.min(paid, it.order().orderPrice() - all));
    if (it.wanted().orderamt() > most) {
      add(
          "aftersale-refund-above-paid",
          "orderamt",
          Money.yuan(it.wanted().orderamt()),
          "paid",
          Money.yuan(paid),
          "total",
          Money.yuan(it.order().orderPrice()),
          "claimed",
          Money.yuan(Math.max(claimed, all)),
          "most",
          Money.yuan(most));
    }
  }

  /** What was paid for some pieces of a line and is left; a part of a fen goes to the buyer. */
  private static long left(KnownOrder.Line line, long pieces, long claimed) {
    long count = Math.max(1, line.productCnt());
    long share = Math.floorDiv(Math.multiplyExact(line.skuRealPrice(), pieces) + count - 1, count);
    return Math.max(0, Math.min(share, line.skuRealPrice() - claimed));
  }

  /**
   * Freight and extra charges come back only as long as nothing was shipped (WeChat docs,
   * after-sales [售后 2.0]).
   */
  private long untilShipped() {
    long goods = it.order().lines().stream().mapToLong(KnownOrder.Line::skuRealPrice).sum();
    return it.order().status() == OrderStatus.WAITING_SHIPMENT
        ? Math.max(0, it.order().orderPrice() - goods)
        : 0;
  }

  private Optional<KnownOrder.Line> ordered(Line line) {
    return it.order().lines().stream()
        .filter(each -> each.outSkuId().equals(line.outSkuId()))
        .filter(
            each ->
                line.outProductId().isEmpty() || each.outProductId().equals(line.outProductId()))
        .findFirst();
  }

  private long claimed(String outSkuId, ToLongFunction<Claim> figure) {
    return it.claims().stream()
        .filter(claim -> claim.outSkuId().equals(outSkuId))
        .mapToLong(figure)
        .sum();
  }

  private void add(String code, String field, Object found, Object... more) {
    Object[] facts = {
      "key",
      it.wanted().outAftersaleId(),
      "order",
      it.wanted().outOrderId(),
      "field",
      field,
      "found",
      found
    };
    Object[] all = new Object[facts.length + more.length];
    System.arraycopy(facts, 0, all, 0, facts.length);
    System.arraycopy(more, 0, all, facts.length, more.length);
    problems.add(Problem.of(code, all));
  }
}
