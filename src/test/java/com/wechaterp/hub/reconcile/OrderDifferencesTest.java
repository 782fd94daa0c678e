package com.wechaterp.hub.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.order.ComparedOrders;
import com.wechaterp.hub.order.PaymentAction;
import com.wechaterp.hub.problem.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderDifferencesTest {

  @Test
  void findsNothingWhereBothSidesAgree() {
    assertThat(found(new ComparedOrders().inErp(PaymentAction.OPEN).atWeChat(10, 1600).seen(10)))
        .isEqualTo("nothing");
    assertThat(found(new ComparedOrders().inErp(PaymentAction.PAID).atWeChat(30, 1600).seen(30)))
        .isEqualTo("nothing");
  }

  @Test
  void findsAnOrderThatWasNeverSent() {
    assertThat(found(new ComparedOrders().inErp(PaymentAction.OPEN)))
        .isEqualTo("reconcile-order-unsent by hub of orders");
  }

  @Test
  void saysThatWeChatTakesAnOrderNoMore() {
    assertThat(found(new ComparedOrders().oldInErp()))
        .isEqualTo("reconcile-order-too-late by merchant of orders");
  }

  @Test
  void findsAnOrderThatOnlyWeChatHas() {
    assertThat(found(new ComparedOrders().atWeChat(20, 1600)))
        .isEqualTo("reconcile-order-only-wechat by erp of orders");
  }

  @Test
  void leavesAnOrderAloneThatOnlyWeChatHadAndNobodyPaid() {
    assertThat(found(new ComparedOrders().atWeChat(250, 1600))).isEqualTo("nothing");
  }

  @Test
  void findsAnOrderThatEndedAtWeChatAlone() {
    assertThat(found(new ComparedOrders().inErp(PaymentAction.OPEN).atWeChat(181, 1600).seen(10)))
        .isEqualTo("reconcile-order-closed by hub of orders");
  }

  @Test
  void findsAStateThatNobodyHasSeen() {
    assertThat(found(new ComparedOrders().inErp(PaymentAction.PAID).atWeChat(100, 1600).seen(30)))
        .isEqualTo("reconcile-order-state by hub of orders");
  }

  @Test
  void findsAPriceThatWasNotChangedAtWeChat() {
    assertThat(found(new ComparedOrders().inErp(PaymentAction.OPEN).atWeChat(10, 1500).seen(10)))
        .isEqualTo("reconcile-order-unsent by hub of orders");
  }

  @Test
  void leavesFiguresOfAPaidOrderToTheMerchant() {
    assertThat(found(new ComparedOrders().inErp(PaymentAction.PAID).atWeChat(20, 1500).seen(20)))
        .isEqualTo("reconcile-order-amount by merchant of orders");
    assertThat(found(new ComparedOrders().moreInErp().atWeChat(20, 1600).seen(20)))
        .isEqualTo("reconcile-order-quantity by merchant of orders");
  }

  @Test
  void leavesWhetherItIsPaidToThePayments() {
    assertThat(found(new ComparedOrders().inErp(PaymentAction.OPEN).atWeChat(20, 1600).seen(10)))
        .isEqualTo("nothing");
  }

  @Test
  void tellsWhatBothSidesSayAndWhatToDo() {
    Difference difference =
        OrderDifferences.of(
            new ComparedOrders().inErp(PaymentAction.PAID).atWeChat(100, 1600).seen(30).compared());

    assertThat(difference).isNotNull();
    assertThat(difference.fields(Language.EN))
        .containsEntry("key", "SO-1")
        .containsEntry("wechatId", "77")
        .containsEntry("wechat", "100 完成 16.00")
        .containsEntry("erp", "1 支付成功 16.00")
        .containsEntry("owner", "hub");
    assertThat(difference.fields(Language.EN).get("repair").toString()).contains("--repair");
    assertThat(difference.fields(Language.ZH).get("repair").toString()).contains("回读订单");
  }

  private static String found(ComparedOrders order) {
    return text(OrderDifferences.of(order.compared()));
  }

  static String text(@Nullable Difference difference) {
    return difference == null
        ? "nothing"
        : difference.reason().code()
            + " by "
            + difference.owner().text()
            + " of "
            + difference.key().flow();
  }
}
