package com.wechaterp.hub.api;

import com.wechaterp.hub.HubProperties;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.shippinginfo.SpecialOrder;
import com.wechaterp.hub.shippinginfo.SpecialOrders;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Reports presale and test orders to WeChat's shipping-info management. */
@RestController
class SpecialOrderController {

  private final SpecialOrders orders;
  private final String account;

  SpecialOrderController(SpecialOrders orders, HubProperties hub) {
    this.orders = orders;
    this.account = hub.account();
  }

  /**
   * An order to report.
   *
   * @param orderId the transaction, or the merchant's trade number, as WeChat's field
   * @param type 1 presale, 2 test
   * @param delayTo until when it is shipped, Unix seconds; for a presale
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Report(String orderId, int type, @Nullable Long delayTo) {}

  @PostMapping("/api/v1/special-orders")
  Map<String, Object> report(
      @RequestParam(name = "account", required = false) @Nullable String of,
      @RequestBody Report report) {
    if (report.orderId() == null || report.orderId().isBlank()) {
      throw new ProblemException(Problem.of("special-order-payment", "key", "-", "found", "-"));
    }
    Instant until = report.delayTo() == null ? null : Instant.ofEpochSecond(report.delayTo());
    orders.report(
        of == null ? account : of,
        new SpecialOrder(report.orderId(), report.orderId(), report.type(), until));
    return Map.of("order_id", report.orderId(), "reported", true);
  }
}
