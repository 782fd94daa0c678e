package com.wechaterp.hub.order;

import com.wechaterp.hub.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * WeChat's two equations of an order's amounts (WeChat docs, orders [订单]; a broken one is answered
 * 1010040).
 */
final class OrderAmounts {

  private static final int SHOWN = 8;

  private OrderAmounts() {}

  /** Returns a problem for each equation that does not hold, naming every figure in yuan. */
  static List<Problem> check(Order order) {
    List<Problem> problems = new ArrayList<>();
    OrderPrice price = order.price();
    long extra = price.freight() + price.additional();
    long goods = order.lines().stream().mapToLong(OrderLine::total).sum();
    if (price.orderPrice() != goods + extra - price.discounted()) {
      problems.add(
          problem(
              "order-amount",
              order,
              goods + extra - price.discounted(),
              goods,
              line -> line.count() + "×" + yuan(line.salePrice())));
    }
    long paid = order.lines().stream().mapToLong(OrderLine::realPrice).sum();
    if (price.orderPrice() != paid + extra) {
      problems.add(
          problem("order-lines-amount", order, paid + extra, paid, line -> yuan(line.realPrice())));
    }
    return problems;
  }

  private static Problem problem(
      String code, Order order, long computed, long goods, Function<OrderLine, String> shown) {
    OrderPrice price = order.price();
    String lines =
        order.lines().stream().limit(SHOWN).map(shown).collect(Collectors.joining(" + "));
    return Problem.of(
        code,
        "key",
        order.outOrderId(),
        "field",
        "order_price",
        "found",
        yuan(price.orderPrice()),
        "computed",
        yuan(computed),
        "lines",
        order.lines().size() > SHOWN ? lines + " + …" : lines,
        "goods",
        yuan(goods),
        "freight",
        yuan(price.freight()),
        "discount",
        yuan(price.discounted()),
        "additional",
        yuan(price.additional()),
        "difference",
        yuan(price.orderPrice() - computed));
  }

  private static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
