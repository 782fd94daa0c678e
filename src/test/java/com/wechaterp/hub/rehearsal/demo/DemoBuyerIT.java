package com.wechaterp.hub.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.RunningHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The buyers of the rehearsal, whose orders must be such as the hub and WeChat take. */
class DemoBuyerIT {

  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoShop shop;
  private static DemoBuyer buyer;

  @BeforeAll
  static void start() throws Exception {
    hub = RunningHub.start(data);
    shop = new DemoShop(hub);
    buyer =
        new DemoBuyer(
            Objects.requireNonNull(hub.erp().getDataSource()),
            new SandboxLever(hub.address("/sandbox/_control")),
            Language.EN);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void ordersWhatWeChatTakesAndPaysInBothWays() {
    List<String> orders = List.of(buyer.order("W"), buyer.order("M"));
    orders.forEach(no -> shop.becomes(no, 10));

    orders.forEach(buyer::pay);

    orders.forEach(no -> shop.becomes(no, 20));
    orders.forEach(no -> await().atMost(SOON).until(() -> shop.state(no).equals("P")));
  }

  @Test
  void letsOrdersEndInEveryWay() {
    String cancelled = buyer.order("W");
    String forgotten = buyer.order("W");
    String closed = buyer.order("M");
    List.of(cancelled, forgotten, closed).forEach(no -> shop.becomes(no, 10));

    buyer.decide(cancelled, 0);
    buyer.decide(forgotten, 1);
    buyer.decide(closed, 2);

    shop.becomes(cancelled, 250);
    shop.becomes(forgotten, 181);
    shop.becomes(closed, 250);
    await().atMost(SOON).until(() -> (shop.state(cancelled) + shop.state(forgotten)).equals("CT"));
  }

  @Test
  void ordersAgainAndAgainWithoutMistakes() {
    for (int turn = 0; turn < 12; turn++) {
      buyer.act();
    }

    await()
        .atMost(SOON)
        .until(
            () ->
                hub.value(
                        "SELECT COUNT(*) FROM so_head h LEFT JOIN wx_order w ON w.so_no = h.so_no"
                            + " WHERE w.so_no IS NULL")
                    .equals("0"));
    assertThat((List<?>) hub.get("/api/v1/status").body().get("holds"))
        .filteredOn(hold -> hold.toString().contains("orders"))
        .isEmpty();
  }
}
