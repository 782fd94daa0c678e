package com.wechaterp.hub.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.order.ComparedOrders;
import com.wechaterp.hub.order.PaymentAction;
import org.junit.jupiter.api.Test;

class PaymentDifferencesTest {

  @Test
  void findsNothingWhereBothSidesSayTheSame() {
    assertThat(found(new ComparedOrders().inErp(PaymentAction.OPEN).atWeChat(10, 1600)))
        .isEqualTo("nothing");
    assertThat(found(new ComparedOrders().inErp(PaymentAction.PAID).atWeChat(20, 1600)))
        .isEqualTo("nothing");
  }

  @Test
  void findsAPaymentTheErpWasNotToldOf() {
    assertThat(found(new ComparedOrders().inErp(PaymentAction.OPEN).atWeChat(20, 1600).seen(10)))
        .isEqualTo("reconcile-payment-untold by hub of payments");
  }

  @Test
  void findsAPaymentWeChatWasNotToldOf() {
    assertThat(
            found(
                new ComparedOrders().ordinaryInErp(PaymentAction.PAID).atWeChat(10, 1600).seen(10)))
        .isEqualTo("reconcile-payment-unsent by hub of orders");
  }

  @Test
  void leavesAPaymentOfAnOrderTheErpLacksToWhoKeepsTheErp() {
    assertThat(found(new ComparedOrders().atWeChat(20, 1600)))
        .isEqualTo("reconcile-payment-only-wechat by erp of payments");
    assertThat(found(new ComparedOrders().atWeChat(10, 1600))).isEqualTo("nothing");
  }

  @Test
  void leavesAPaymentOfAClosedOrderToTheMerchant() {
    assertThat(
            found(
                new ComparedOrders()
                    .inErp(PaymentAction.CANCELLED_BY_MERCHANT)
                    .atWeChat(20, 1600)
                    .seen(10)))
        .isEqualTo("order-closed-but-paid by merchant of orders");
  }

  @Test
  void holdsAPaymentThatWentAroundWeChat() {
    assertThat(found(new ComparedOrders().inErp(PaymentAction.PAID).atWeChat(10, 1600).seen(10)))
        .isEqualTo("order-paid-elsewhere by erp of orders");
  }

  private static String found(ComparedOrders order) {
    return OrderDifferencesTest.text(PaymentDifferences.of(order.compared()));
  }
}
