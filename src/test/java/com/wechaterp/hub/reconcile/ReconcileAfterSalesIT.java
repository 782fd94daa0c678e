package com.wechaterp.hub.reconcile;

import static com.wechaterp.hub.reconcile.Reconciliation.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.DemoTickets;
import com.wechaterp.hub.testing.RunningHub;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After-sales whose events were lost, found and put right in a hub that polls nothing. */
class ReconcileAfterSalesIT {

  private static final int REFUND = 1;

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoTickets tickets;
  private static Reconciliation reconciliation;

  @BeforeAll
  static void start() throws Exception {
    hub =
        RunningHub.start(
            data,
            "hub.aftersale.look-again=1d",
            "hub.aftersales.find.cron=" + NEVER,
            "hub.aftersale-decisions.find.cron=" + NEVER,
            "hub.aftersale-requests.find.cron=" + NEVER);
    tickets = new DemoTickets(hub, new DemoShop(hub));
    reconciliation = new Reconciliation(hub);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void repairsAnAfterSaleWhoseEventWasLostAndNothingElse() {
    tickets.paid("A1");
    tickets.paid("A2");
    String other = tickets.opened("A2", REFUND);
    hub.lever("lose?events=5");
    hub.lever("orders/A1/aftersales?type=" + REFUND);
    hub.lever("lose?events=0");
    reconciliation.quiet();
    Object before = hub.list("/api/v1/timeline/aftersale/" + other);

    assertThat(reconciliation.found("GET", Subject.AFTERSALES))
        .singleElement()
        .asString()
        .endsWith("reconcile-aftersale-unseen hub");
    assertThat(tickets.of("A1", "wx_state")).isEmpty();

    assertThat(reconciliation.found("POST", Subject.AFTERSALES))
        .singleElement()
        .asString()
        .endsWith("reconcile-aftersale-unseen hub queued");
    tickets.becomes("A1", 2);
    assertThat(tickets.of("A1", "wx_amt")).isEqualTo(tickets.of("A2", "wx_amt"));
    reconciliation.quiet();

    assertThat(reconciliation.found("GET", Subject.AFTERSALES)).isEmpty();
    assertThat(hub.list("/api/v1/timeline/aftersale/" + other)).isEqualTo(before);
  }

  @Test
  void sendsADecisionThatNobodyFound() {
    tickets.paid("A3");
    String id = tickets.opened("A3", REFUND);
    reconciliation.quiet();
    tickets.decide("A3", "N");

    // The key is held until somebody decides; a repair leaves what is held alone.
    assertThat(reconciliation.found("POST", Subject.AFTERSALES))
        .containsExactly(id + " reconcile-aftersale-unsent hub held");
    hub.post("/api/v1/replay/aftersales?key=" + id, Map.of());
    tickets.becomes("A3", 4);
    reconciliation.quiet();
    assertThat(reconciliation.found("GET", Subject.AFTERSALES)).isEmpty();
  }

  @Test
  void wakesAHeldAfterSaleThatMovedOnUnseen() {
    tickets.paid("A4");
    String id = tickets.opened("A4", REFUND);
    reconciliation.quiet();
    hub.lever("lose?events=5");
    hub.lever("aftersales/" + id + "/cancel");
    hub.lever("lose?events=0");

    assertThat(reconciliation.found("POST", Subject.AFTERSALES))
        .containsExactly(id + " reconcile-aftersale-state hub queued");
    tickets.becomes("A4", 1);
    reconciliation.quiet();
    assertThat(reconciliation.found("GET", Subject.AFTERSALES)).isEmpty();
  }
}
