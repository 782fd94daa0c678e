package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.BrokenAnswers;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
