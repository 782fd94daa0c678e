package com.wechaterp.hub.reconcile;

import static com.wechaterp.hub.reconcile.Reconciliation.NEVER;
import static com.wechaterp.hub.reconcile.Reconciliation.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.cli.HubCommands;
import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders and payments whose events were lost, found and put right in a hub that polls nothing. */
class ReconcileOrdersIT {

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoShop shop;
  private static Reconciliation reconciliation;

  @BeforeAll
  static void start() throws Exception {
    hub =
        RunningHub.start(
            data,
            "hub.order.look-again=1d",
            "hub.orders.find.cron=" + NEVER,
            "hub.payments.find.cron=" + NEVER,
            "hub.shipments.find.cron=" + NEVER,
            "hub.reconcile.settle=0s");
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
  void repairsAPaymentWhoseEventWasLostAndNothingElse() {
    placed("R1");
    placed("R2");
    placed("R3");
    hub.lever("orders/R3/pay");
    await().atMost(SOON).until(() -> shop.state("R3").equals("P"));
    hub.lever("lose?events=1");
    hub.lever("orders/R1/pay");
    reconciliation.quiet();
    List<Object> others = List.of(reconciliation.timeline("R2"), reconciliation.timeline("R3"));

    assertThat(reconciliation.found("GET", Subject.PAYMENTS))
        .containsExactly("R1 reconcile-payment-untold hub");
    assertThat(hub.part(WorkList.class).find(new WorkKey("payments", Reconciliation.ACCOUNT, "R1")))
        .isEmpty();
    assertThat(shop.state("R1")).isEqualTo("N");
    assertThat(command("reconcile", "payments")).isEqualTo(1);

    assertThat(reconciliation.found("POST", Subject.PAYMENTS))
        .containsExactly("R1 reconcile-payment-untold hub queued");
    await().atMost(SOON).until(() -> shop.state("R1").equals("P"));
    assertThat(shop.till("R1")).isEqualTo("1/42.80");
    reconciliation.quiet();

    assertThat(reconciliation.found("GET", Subject.PAYMENTS)).isEmpty();
    assertThat(reconciliation.found("GET", Subject.ORDERS)).isEmpty();
    assertThat(command("reconcile", "payments", "--repair")).isZero();
    assertThat(List.of(reconciliation.timeline("R2"), reconciliation.timeline("R3")))
        .isEqualTo(others);
    assertThat(last("payments")).containsEntry("queued", 0).containsEntry("differences", 0);
  }

  @Test
  void repairsOrdersThatEndedOrWereNeverSent() {
    placed("E1");
    hub.lever("lose?events=1");
    hub.lever("orders/E1/time-out");
    shop.order("E2", "W", "42.80");

    assertThat(reconciliation.found("GET", Subject.ORDERS))
        .containsExactlyInAnyOrder(
            "E1 reconcile-order-closed hub", "E2 reconcile-order-unsent hub");
    assertThat(shop.atWeChat("E2")).isEqualTo("none");

    reconciliation.found("POST", Subject.ORDERS);
    await().atMost(SOON).until(() -> shop.state("E1").equals("T"));
    shop.becomes("E2", 10);
    reconciliation.quiet();
    assertThat(reconciliation.found("GET", Subject.ORDERS)).isEmpty();
  }

  @Test
  void leavesAloneWhatIsHeldOrOfOthers() {
    shop.order("H1", "W", "99.00");
    reconciliation.mark("orders", "H1");
    await().atMost(SOON).until(() -> !hub.held("orders", "H1").isEmpty());

    assertThat(reconciliation.found("POST", Subject.ORDERS))
        .containsExactly("H1 order-amount erp held");
    shop.reprice("H1", "42.80", "2.00");
    reconciliation.mark("orders", "H1");
    shop.becomes("H1", 10);
  }

  @Test
  void comparesAtNightFromWhereItEndedAndOnlyTells() {
    placed("N1");
    hub.lever("lose?events=1");
    hub.lever("orders/N1/pay");
    reconciliation.quiet();

    hub.part(ReconcileFlow.class).compare();

    assertThat(last("payments"))
        .containsEntry("differences", 1)
        .containsEntry("queued", 0)
        .containsEntry("failure", "");
    assertThat(shop.state("N1")).isEqualTo("N");
    assertThat(hub.part(Reports.class).end(Reconciliation.ACCOUNT, Subject.PAYMENTS)).isPresent();
    List<Map<?, ?>> kept = hub.list("/api/v1/reconcile/payments/reports");
    assertThat(kept.get(0).toString()).contains("N1", "reconcile-payment-untold");

    reconciliation.found("POST", Subject.PAYMENTS);
    await().atMost(SOON).until(() -> shop.state("N1").equals("P"));
    reconciliation.quiet();
  }

  @Test
  void repairsAnOrderFromBeforeTheWindowWhoseReceiptWasLost() {
    for (String no : List.of("O1", "O2")) {
      placed(no);
      hub.lever("orders/" + no + "/pay");
      shop.becomes(no, 20);
      shop.parcel(no + "-1", no, "SF" + no);
      reconciliation.mark("shipments", no);
      shop.becomes(no, 30);
      reconciliation.quiet();
    }
    hub.lever("lose?events=2");
    hub.lever("orders/O1/receive");
    hub.lever("lose?events=0");
    String later = "?from=2099-01-01&to=2099-01-02";

    assertThat(reconciliation.found("GET", Subject.ORDERS, later))
        .containsExactly("O1 reconcile-order-state hub");
    assertThat(shop.told("O1")).isEqualTo("30");

    assertThat(reconciliation.found("POST", Subject.ORDERS, later))
        .containsExactly("O1 reconcile-order-state hub queued");
    shop.becomes("O1", 100);
    reconciliation.quiet();
    assertThat(reconciliation.found("GET", Subject.ORDERS, later)).isEmpty();
  }

  @Test
  void refusesWhatIsNoTimeAndNoSubject() {
    assertThat(hub.get("/api/v1/reconcile/orders?from=yesterday").status()).isEqualTo(400);
    assertThat(hub.get("/api/v1/reconcile/order").status()).isEqualTo(404);
    assertThat(command("reconcile", "order")).isEqualTo(2);
    assertThat(command("reconcile", "orders", "--from", "yesterday")).isEqualTo(2);
    assertThat(command("reconcile", "orders", "--from", "2026-11-02", "--to", "2026-11-01"))
        .isEqualTo(1);
  }

  private static void placed(String no) {
    shop.order(no, "W", "42.80");
    reconciliation.mark("orders", no);
    shop.becomes(no, 10);
    reconciliation.quiet();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> last(String subject) {
    List<?> reports = (List<?>) hub.get("/api/v1/status").body().get("reconciles");
    return reports.stream()
        .map(each -> (Map<String, Object>) each)
        .filter(each -> subject.equals(each.get("subject")))
        .findFirst()
        .orElse(Map.of());
  }

  private static int command(String... words) {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--hub";
    all[words.length + 1] = hub.address("");
    return HubCommands.run(all);
  }
}
