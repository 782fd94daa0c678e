package com.wechaterp.hub.reconcile;

import static com.wechaterp.hub.reconcile.Reconciliation.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.DemoTickets;
import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One ERP for two accounts: each of its rows is compared and repaired for the account it is of. */
class ReconcileAccountsIT {

  private static final String SECOND = "second";

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoShop shop;
  private static Reconciliation reconciliation;

  @BeforeAll
  static void start() throws Exception {
    List<String> settings = new ArrayList<>();
    settings.add("hub.account=" + Reconciliation.ACCOUNT);
    settings.add("hub.erp.pack=demo");
    settings.add("hub.sandbox.enabled=true");
    settings.add("hub.reconcile.settle=0s");
    settings.add("hub.reconcile.repair=true");
    for (String account : List.of(Reconciliation.ACCOUNT, SECOND)) {
      String prefix = "hub.wechat.accounts." + account + ".";
      settings.add(prefix + "app-id=wx-" + account);
      settings.add(prefix + "app-secret=a-secret");
      settings.add(prefix + "base-url=http://127.0.0.1:${server.port}/sandbox");
      settings.add("hub.sandbox.accounts.wx-" + account + ".secret=a-secret");
    }
    for (String flow :
        List.of("orders", "payments", "shipments", "aftersales", "aftersale-requests")) {
      settings.add("hub." + flow + ".find.cron=" + NEVER);
    }
    hub = RunningHub.start(data, settings.toArray(String[]::new));
    shop = new DemoShop(hub);
    reconciliation = new Reconciliation(hub);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void triesNoRowAtTheOtherAccount() {
    shop.order("M1", "W", "42.80");
    shop.order("S1", "W", "42.80");
    hub.part(OrderLinks.class).save(OrderLink.unknown(SECOND, "S1"));
    DemoTickets tickets = new DemoTickets(hub, shop);
    tickets.open("T-M1", "M1", "R", "10.00");
    tickets.open("T-S1", "S1", "R", "10.00");
    shop.parcel("M1-1", "M1", "SF1");
    shop.parcel("S1-1", "S1", "SF2");

    assertThat(keys(Subject.ORDERS, "")).containsExactly("M1");
    assertThat(keys(Subject.ORDERS, SECOND)).containsExactly("S1");
    assertThat(keys(Subject.PAYMENTS, SECOND)).isEmpty();
    assertThat(keys(Subject.SHIPMENTS, "")).containsExactly("M1");
    assertThat(keys(Subject.SHIPMENTS, SECOND)).containsExactly("S1");
    assertThat(keys(Subject.AFTERSALES, "")).containsExactly("T-M1");
    assertThat(keys(Subject.AFTERSALES, SECOND)).containsExactly("T-S1");
    assertThat(keys(Subject.PRODUCTS, "")).containsExactly("G1");
    assertThat(keys(Subject.PRODUCTS, SECOND)).isEmpty();

    reconciliation.mark("aftersale-requests", "T-S1");
    hub.part(ReconcileFlow.class).compare();
    shop.becomes("M1", 10);
    reconciliation.quiet();
    WorkList work = hub.part(WorkList.class);
    assertThat(
            Stream.of("orders", "products", "shipments", "aftersale-requests")
                .flatMap(
                    flow ->
                        Stream.of("M1", "T-M1", "G1").map(key -> new WorkKey(flow, SECOND, key)))
                .filter(key -> work.find(key).isPresent()))
        .isEmpty();
    await()
        .atMost(Reconciliation.SOON)
        .until(() -> work.find(new WorkKey("aftersale-requests", SECOND, "T-S1")).isPresent());
    assertThat(hub.part(OrderLinks.class).of(SECOND, "M1").isStored()).isFalse();
  }

  private static List<String> keys(Subject subject, String account) {
    String query = account.isEmpty() ? "" : "?account=" + account;
    return reconciliation.found("GET", subject, query).stream()
        .map(found -> found.replaceFirst(" .*", ""))
        .toList();
  }
}
