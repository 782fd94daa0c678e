package com.wechaterp.hub.reconcile;

import static com.wechaterp.hub.reconcile.Reconciliation.NEVER;
import static com.wechaterp.hub.reconcile.Reconciliation.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.RunningHub;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Products that no poll found and whose audit's event was lost, in a running hub. */
class ReconcileProductsIT {

  @TempDir private static Path data;
  private static RunningHub hub;
  private static Reconciliation reconciliation;

  @BeforeAll
  static void start() throws Exception {
    hub =
        RunningHub.start(
            data, "hub.product-audits.find.cron=" + NEVER, "hub.sandbox.audit-delay=1h");
    new DemoShop(hub);
    reconciliation = new Reconciliation(hub);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void sendsAProductThatNoPollFoundAndReadsBackALostAudit() {
    assertThat(reconciliation.found("GET", Subject.PRODUCTS))
        .containsExactly("G1 reconcile-product-unsent hub");

    assertThat(reconciliation.found("POST", Subject.PRODUCTS))
        .containsExactly("G1 reconcile-product-unsent hub queued");
    await().atMost(SOON).until(() -> state().equals("2/0"));
    reconciliation.quiet();
    assertThat(reconciliation.found("GET", Subject.PRODUCTS)).isEmpty();

    hub.lever("lose?events=1");
    hub.lever("products/G1/audit");
    assertThat(reconciliation.found("POST", Subject.PRODUCTS))
        .containsExactly("G1 reconcile-product-state hub queued");
    await().atMost(SOON).until(() -> state().equals("4/5"));
    reconciliation.quiet();
    assertThat(reconciliation.found("GET", Subject.PRODUCTS)).isEmpty();
  }

  private static String state() {
    return hub.value("SELECT wx_state FROM wx_goods WHERE goods_no = 'G1'");
  }
}
