package com.wechaterp.hub.reconcile;

import static com.wechaterp.hub.reconcile.OrderDifferencesTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.document.ExtraFields;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.order.KnownOrders;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.shipment.ComparedShipment;
import com.wechaterp.hub.shipment.Parcel;
import com.wechaterp.hub.shipment.Shipment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShipmentDifferencesTest {

  private static final KnownOrder KNOWN =
      KnownOrders.of(
          Map.of(
              "order_id",
              77L,
              "out_order_id",
              "SO-1",
              "status",
              30,
              "delivery_detail",
              Map.of("delivery_list", List.of(Map.of("delivery_id", "SF", "waybill_id", "SF1")))));

  private static final Shipment WANTED =
      new Shipment(
          "SO-1",
          "buyer",
          0,
          List.of(new Parcel("顺丰", "SF2", List.of())),
          null,
          null,
          false,
          ExtraFields.NONE);

  @Test
  void findsNothingWhereThePlannerHasNothingToDo() {
    assertThat(text(found(WANTED, Plan.nothing()))).isEqualTo("nothing");
  }

  @Test
  void findsAParcelThatWasNotSent() {
    Plan plan = Plan.of(new Call("shop/delivery/send", "subject", "shipped"));
    Difference difference = found(WANTED, plan);

    assertThat(text(difference)).isEqualTo("reconcile-shipment-unsent by hub of shipments");
    assertThat(difference).isNotNull();
    assertThat(difference.fields(Language.EN))
        .containsEntry("wechat", "30 待收货 [SF/SF1]")
        .containsEntry("erp", "[顺丰/SF2]");
  }

  @Test
  void findsAParcelThatOnlyWeChatHas() {
    assertThat(text(found(null, Plan.nothing())))
        .isEqualTo("reconcile-shipment-only-wechat by erp of shipments");
  }

  @Test
  void leavesWhatThePlannerHoldsToWhoeverMayEndIt() {
    Problem reason = Problem.of("shipment-no-waybill");

    assertThat(text(found(WANTED, Plan.hold(Hold.of(reason, Release.ERP_CHANGE)))))
        .isEqualTo("shipment-no-waybill by erp of shipments");
    assertThat(text(found(WANTED, Plan.hold(Hold.of(reason, Release.TIME))))).isEqualTo("nothing");
  }

  private static @Nullable Difference found(@Nullable Shipment wanted, Plan plan) {
    return ShipmentDifferences.of(new ComparedShipment("main", "SO-1", wanted, KNOWN, plan));
  }
}
