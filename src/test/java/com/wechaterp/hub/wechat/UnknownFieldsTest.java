package com.wechaterp.hub.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.contract.Operation;
import com.wechaterp.hub.wechat.contract.Violation;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownFieldsTest {

  private static final WeChatContract CONTRACT = WeChatContract.load();
  private static final Operation FIGURES = CONTRACT.require("shop/spu/update_without_audit");
  private static final Map<String, Object> BODY =
      Map.of(
          "out_product_id",
          "P1",
          "season",
          "spring",
          "skus",
          List.of(
              Map.of("out_sku_id", "1", "stock_num", 3, "lot", "A"),
              Map.of("out_sku_id", "2", "stock_num", "many", "lot", "B")));

  private static UnknownFields allowing(String... fields) {
    return new UnknownFields(CONTRACT, Map.of(FIGURES.id(), List.of(fields)));
  }

  @Test
  void letsThroughTheFieldsThatAreNamedInEveryElementOfAList() {
    assertThat(allowing("skus.lot").check(FIGURES, BODY))
        .extracting(Violation::field)
        .containsExactlyInAnyOrder("season", "skus[1].stock_num");
    assertThat(allowing("skus.lot").letThrough(FIGURES, BODY)).containsExactly("skus.lot");
  }

  @Test
  void letsThroughAllUnknownFieldsOfAnOperationAndNothingElse() {
    assertThat(allowing("*").check(FIGURES, BODY))
        .extracting(Violation::field)
        .containsExactly("skus[1].stock_num");
    assertThat(allowing("*").letThrough(FIGURES, BODY))
        .containsExactlyInAnyOrder("season", "skus.lot");
  }

  @Test
  void keepsTheWallOfEveryOtherOperation() {
    UnknownFields elsewhere = new UnknownFields(CONTRACT, Map.of("shop/spu/get", List.of("*")));

    assertThat(elsewhere.check(FIGURES, BODY)).hasSize(4);
    assertThat(elsewhere.letThrough(FIGURES, BODY)).isEmpty();
  }

  @Test
  void tellsOfAnOperationThatIsNone() {
    assertThatThrownBy(() -> new UnknownFields(CONTRACT, Map.of("shop/spu/gett", List.of("*"))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("shop/spu/get");
  }
}
