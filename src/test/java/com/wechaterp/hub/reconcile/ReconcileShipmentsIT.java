package com.wechaterp.hub.reconcile;

import static com.wechaterp.hub.reconcile.Reconciliation.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.DemoTickets;
import com.wechaterp.hub.testing.RunningHub;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parcels that no poll found, in a running hub. */
class ReconcileShipmentsIT {

  @TempDir private static Path data;
  private static RunningHub hub;
  private static DemoShop shop;
  private static Reconciliation reconciliation;

  @BeforeAll
  static void start() throws Exception {
    hub = RunningHub.start(data, "hub.shipments.find.cron=" + NEVER);
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
  void sendsAParcelThatNoPollFoundAndLeavesOneWithoutItsNumber() {
    DemoTickets tickets = new DemoTickets(hub, shop);
    tickets.paid("S1");
    tickets.paid("S2");
    tickets.paid("S3");
    shop.parcel("S1-1", "S1", "SF1");
    shop.parcel("S2-1", "S2", null);

    assertThat(reconciliation.found("GET", Subject.SHIPMENTS))
        .containsExactlyInAnyOrder(
            "S1 reconcile-shipment-unsent hub", "S2 shipment-no-waybill erp");
    assertThat(shop.atWeChat("S1")).isEqualTo("20");

    assertThat(reconciliation.found("POST", Subject.SHIPMENTS))
        .containsExactlyInAnyOrder(
            "S1 reconcile-shipment-unsent hub queued", "S2 shipment-no-waybill erp");
    shop.becomes("S1", 30);
    reconciliation.quiet();
    assertThat(reconciliation.found("GET", Subject.SHIPMENTS))
        .containsExactly("S2 shipment-no-waybill erp");

    hub.erp().update("DELETE FROM dlv_note WHERE so_no = 'S1'");
    assertThat(reconciliation.found("GET", Subject.SHIPMENTS))
        .containsExactlyInAnyOrder(
            "S1 reconcile-shipment-only-wechat erp", "S2 shipment-no-waybill erp");
  }
}
