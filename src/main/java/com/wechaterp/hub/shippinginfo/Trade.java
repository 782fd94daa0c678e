package com.wechaterp.hub.shippinginfo;

import com.wechaterp.hub.courier.CourierList;
import com.wechaterp.hub.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All a plan for one payment depends on.
 *
 * @param wanted what the merchant shipped
 * @param known what WeChat has, by the key of each part; a part WeChat does not have is missing
 * @param reminded the parts whose buyer was reminded to confirm the receipt
 * @param couriers the couriers of the account
 */
record Trade(
    ShippingInfo wanted,
    Map<PaymentKey, KnownPayment> known,
    Set<PaymentKey> reminded,
    CourierList couriers,
    Instant now) {

  Trade {
    known = Map.copyOf(known);
    reminded = Set.copyOf(reminded);
  }

  /** Returns a problem that names the order and one of its payments. */
  Problem problem(String code, PaymentKey payment, Object... more) {
    KnownPayment seen = known.get(payment);
    List<Object> facts =
        new ArrayList<>(
            List.of(
                "key",
                wanted.outOrderId(),
                "payment",
                payment.name(),
                "field",
                "payment",
                "found",
                payment.name(),
                "status",
                seen == null ? "-" : seen.stateCode(),
                "statusName",
                seen == null ? "-" : seen.state().chinese()));
    facts.addAll(Arrays.asList(more));
    return Problem.of(code, facts.toArray());
  }
}
