package com.wechaterp.hub.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.DemoTickets;
import com.wechaterp.hub.testing.RunningHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo shop's people lead an after-sale of an order paid to the shop itself to its end. */
class DemoReturnsIT {

  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoShop shop;
  private static DemoTickets tickets;
  private static DemoClerk clerk;
  private static DemoReturner returner;

  @BeforeAll
  static void start() throws Exception {
    hub = RunningHub.start(data);
    shop = new DemoShop(hub);
    tickets = new DemoTickets(hub, shop);
    DataSource erp = Objects.requireNonNull(hub.erp().getDataSource());
    clerk = new DemoClerk(erp, Language.EN);
    returner =
        new DemoReturner(erp, new SandboxLever(hub.address("/sandbox/_control")), Language.EN);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"R, 13", "B, 14"})
  void endsWithTheMoneyGivenBack(String kind, int paidBack) {
    String no = "DR" + kind;
    shop.placed(no, "M");
    hub.erp()
        .update(
            "UPDATE so_head SET st = 'P', pay_no = '42009', pay_time = DATE_ADD(UTC_TIMESTAMP(), INTERVAL 8 HOUR), upd_time = NOW()"
                + " WHERE so_no = ?",
            no);
    shop.becomes(no, 20);
    tickets.shipped(no);
    tickets.open("TK-" + no, no, kind, "18.90");
    tickets.becomes(no, 2);
    tickets.decide(no, "Y");
    tickets.becomes(no, kind.equals("B") ? 6 : 11);

    await()
        .atMost(SOON)
        .until(
            () -> {
              returner.act();
              clerk.act();
              return tickets.of(no, "wx_state").equals(String.valueOf(paidBack));
            });

    assertThat(hub.held("aftersale-requests", "TK-" + no)).isEmpty();
    assertThat(tickets.of(no, "own_st")).isEqualTo(kind.equals("B") ? "Q" : "P");
  }
}
