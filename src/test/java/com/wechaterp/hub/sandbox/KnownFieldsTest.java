package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownFieldsTest {

  @Test
  void overlooksWhatTheOperationDoesNotKnow() {
    Map<String, Object> sku = Map.of("out_sku_id", "1", "stock_num", 3, "lot", "A");
    Map<String, Object> request =
        Map.of("out_product_id", "P1", "season", "spring", "skus", List.of(sku));

    assertThat(
            KnownFields.of(WeChatContract.load().require("shop/spu/update_without_audit"), request))
        .isEqualTo(
            Map.of(
                "out_product_id",
                "P1",
                "skus",
                List.of(Map.of("out_sku_id", "1", "stock_num", 3))));
  }
}
