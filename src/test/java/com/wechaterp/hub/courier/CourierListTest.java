package com.wechaterp.hub.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourierListTest {

  private final CourierList couriers =
      new CourierList(
          List.of(
              new Courier("SF", "顺丰速运"),
              new Courier("YTO", "圆通快速"),
              new Courier("ZTO", "中通快速"),
              new Courier("OTHERS", "其他")),
          Map.of("顺丰", "SF", "SF-Express", "SF", "邮政", "YZPY"));

  @ParameterizedTest
  @ValueSource(strings = {"SF", "sf", "ＳＦ", "顺丰速运", " 顺丰 速运 ", "顺丰", "SF-Express", "sf express"})
  void findsACourierByItsIdItsNameAndItsAliases(String written) {
    assertThat(couriers.find(written)).map(Courier::id).contains("SF");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "顺丰快运", "圆通", "S", "邮政"})
  void guessesNothing(String written) {
    assertThat(couriers.find(written)).isEmpty();
  }

  @Test
  void namesTheNearest() {
    assertThat(couriers.nearest("顺丰快运")).containsExactly("SF 顺丰速运");
    assertThat(couriers.nearest("圆通")).containsExactly("YTO 圆通快速");
    assertThat(couriers.nearest("ZT0")).first().isEqualTo("ZTO 中通快速");
    assertThat(couriers.nearest("跑腿小哥送货")).isEmpty();
  }
}
