package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.testing.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A mini-program's backend that asks the hub for orders, and a WeChat that can falter. */
abstract class DeskFixture {

  final MovableClock clock = new MovableClock();
  final FalteringOrders wechat = new FalteringOrders();
  final OrderHub hub = new OrderHub(wechat, clock, Duration.ofSeconds(5));

  @AfterEach
  void close() throws IOException {
    hub.close();
  }

  OrderAnswer place(Map<String, Object> body) {
    return hub.desk.place("main", body);
  }

  OrderRefused refused(Map<String, Object> body, OrderRefused.Kind kind) {
    OrderRefused refused = catchThrowableOfType(OrderRefused.class, () -> place(body));
    assertThat(refused.kind()).isEqualTo(kind);
    return refused;
  }

  static Map<String, Object> ordinary() {
    Map<String, Object> document = Orders.document("fund_type", 0L);
    document.put("prepay_id", "wx42");
    document.put("prepay_time", "2026-11-24 11:59:00");
    return document;
  }
}
