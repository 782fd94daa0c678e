package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.BrokenAnswers;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class AnswerCheckTest {

  private final WeChatContract contract = WeChatContract.load();
  private final AnswerCheck check = new AnswerCheck(contract);

  @Test
  void failsTheTestDuringWhichAnAnswerBreaksTheContract() {
    check.check(
        contract.require("shop/ecaftersale/get_list"),
        Map.of("errcode", 0, "after_sales_orders", "7", "hasmore", true));

    assertThat(BrokenAnswers.take())
        .singleElement()
        .asString()
        .contains("shop/ecaftersale/get_list breaks the contract")
        .contains("after_sales_orders must be a list")
        .contains("hasmore is not a field here");
  }

  @Test
  void passesAnAnswerThatKeepsTheContract() {
    check.check(
        contract.require("shop/ecaftersale/get_list"),
        Map.of("errmsg", "ok", "after_sales_orders", List.of("7", 8L), "has_more", false));

    assertThat(BrokenAnswers.take()).isEmpty();
  }

  @Test
  void failsTheTestDuringWhichAPushedEventBreaksTheContract() {
    Map<String, Object> body = Fields.of("order_id", "seven", "out_order", "SO1");
    try (Pushes pushes = new Pushes(check)) {
      pushes.push(shopWithoutCallback(), "open_product_order_confirm", "order_info", body);
      pushes.push(shopWithoutCallback(), "open_product_order_confirm", "order", body);
      pushes.push(shopWithoutCallback(), "open_product_order_lost", "order_info", body);
    }

    assertThat(BrokenAnswers.take())
        .satisfiesExactly(
            fields ->
                assertThat(fields)
                    .contains("open_product_order_confirm breaks the contract")
                    .contains("order_info.order_id must be a 64-bit id")
                    .contains("order_info.out_order is not a field here"),
            element -> assertThat(element).contains("order_info must hold all the fields"),
            name -> assertThat(name).contains("open_product_order_lost", "is no event"));
  }

  @Test
  void passesAnEventThatKeepsTheContract() {
    try (Pushes pushes = new Pushes(check)) {
      pushes.push(
          shopWithoutCallback(),
          "open_product_order_confirm",
          "order_info",
          Fields.of("order_id", 7L, "out_order_id", "SO1"));
      pushes.push(
          shopWithoutCallback(),
          "open_product_receive_coupon",
          Fields.of("FromUserName", "o-buyer", "out_coupon_id", "C1", "request_id", "R1"),
          answer -> {});
    }

    assertThat(BrokenAnswers.take()).isEmpty();
  }

  private static Shop shopWithoutCallback() {
    Shop shop = Mockito.mock(Shop.class, Mockito.RETURNS_DEEP_STUBS);
    Mockito.when(shop.appId()).thenReturn("wx1");
    Mockito.when(shop.clock().now()).thenReturn(Instant.EPOCH);
    Mockito.when(shop.settings().callbackUrl()).thenReturn("");
    return shop;
  }

  @Test
  void takesAmountsInYuanAsText() {
    check.check(
        contract.require("shop/funds/getorderflow"),
        Map.of(
            "funds_flow",
            Map.of(
                "bookkeeping_time", "2020-08-20 00:08:13",
                "funds_flow_id", "4200000586202008206907203418",
                "type", "交易",
                "flow_type", "收入",
                "amount", "0.10",
                "balance", "115.12",
                "busi_type", "订单")));

    assertThat(BrokenAnswers.take()).isEmpty();
  }
}
