package com.wechaterp.hub.wechat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.problem.Problems;
import com.wechaterp.hub.wechat.ErrorCategory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeChatContractTest {

  private final WeChatContract contract = WeChatContract.load();

  @Test
  void knowsEveryOperationEnumerationErrorAndEvent() {
    assertThat(contract.operations()).hasSize(117);
    assertThat(ContractReader.document("enums.yaml").values().iterator().next().keys())
        .hasSize(58)
        .allMatch(name -> contract.enumTable(name).isPresent());
    assertThat(contract.errors()).hasSize(159);
    assertThat(contract.events()).hasSize(39);
  }

  @Test
  void namesOperationsByTheirPath() {
    Operation add = contract.require("shop/spu/add");

    assertThat(add.zh()).isEqualTo("添加商品");
    assertThat(add.path()).isEqualTo("/shop/spu/add");
    assertThat(contract.require("shop/img/upload").multipart()).isTrue();
    assertThat(contract.require("cgi-bin/stable_token").token()).isFalse();
    assertThat(contract.require("cgi-bin/token").method()).isEqualTo("GET");
  }

  @Test
  void knowsWhichOperationsOnlyAsk() {
    assertThat(contract.require("shop/spu/get").reads()).isTrue();
    assertThat(contract.require("shop/funds/scanorderflow").reads()).isTrue();
    // Each of these has a name like a question's and begins something all the same.
    assertThat(List.of("shop/order/getpaymentparams", "shop/funds/qrcode/gen", "shop/img/upload"))
        .noneMatch(id -> contract.require(id).reads());
    assertThat(contract.operations())
        .filteredOn(operation -> operation.id().matches(".*/(add|update|del|send|apply|set)(_.*)?"))
        .isNotEmpty()
        .noneMatch(Operation::reads);
  }

  @Test
  void tellsTheNearestOperationOfATypo() {
    assertThatThrownBy(() -> contract.require("shop/spu/ad"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Unknown WeChat operation 'shop/spu/ad'")
        .hasMessageContaining("shop/spu/add");
  }

  @Test
  void sortsErrorCodesByWhatTheyAsk() {
    assertThat(contract.error(-1).category()).isEqualTo(ErrorCategory.RETRY);
    assertThat(contract.error(45011).category()).isEqualTo(ErrorCategory.RETRY);
    assertThat(contract.error(45009).category()).isEqualTo(ErrorCategory.LIMIT);
    assertThat(contract.error(42001).category()).isEqualTo(ErrorCategory.TOKEN);
    assertThat(contract.error(40164).category()).isEqualTo(ErrorCategory.CONFIG);
    assertThat(contract.error(1000012).category()).isEqualTo(ErrorCategory.PERMANENT);
  }

  @Test
  void takesUnknownPositiveCodesAsPermanent() {
    assertThat(contract.error(7654321).category()).isEqualTo(ErrorCategory.PERMANENT);
    assertThat(contract.error(7654321).kind()).isEqualTo("unknown");
  }

  @Test
  void keepsCodeTables() {
    EnumTable status = contract.enumTable("spu.status").orElseThrow();

    assertThat(status.value(11).orElseThrow().zh()).isEqualTo("自主下架");
    assertThat(status.value(99)).isEmpty();
  }

  @Test
  void knowsWhereAnEventHoldsItsFields() {
    EventType audit = contract.event("open_product_spu_audit").orElseThrow();

    assertThat(audit.body()).isEqualTo("OpenProductSpuAudit");
    assertThat(audit.fields()).extracting(Field::name).contains("out_product_id", "reject_reason");
    assertThat(contract.event("open_product_receive_coupon").orElseThrow().reply())
        .isNotEqualTo("success");
  }

  @Test
  void reportsEveryViolationWithItsPlace() {
    Map<String, Object> sku = Map.of("out_sku_id", "1", "thumb_img", "x", "sale_price", "12.5");

    List<Violation> violations =
        contract.check(
            contract.require("shop/spu/update"),
            Map.of("title", 7, "pth", "a", "head_img", "one", "skus", List.of(sku)));

    assertThat(violations)
        .extracting(Violation::toString)
        .contains(
            "title must be text, found 7",
            "path is required, found nothing",
            "pth is not a field here; did you mean path?, found a",
            "head_img must be a list, found one",
            "skus[0].sale_price must be a whole number, found 12.5",
            "skus[0].market_price is required, found nothing",
            "product_id or out_product_id is required, found neither");
  }

  @Test
  void acceptsIdsAsNumberAndAsText() {
    Operation get = contract.require("shop/spu/get");

    assertThat(contract.check(get, Map.of("product_id", 23423523452345235L))).isEmpty();
    assertThat(contract.check(get, Map.of("product_id", "23423523452345235"))).isEmpty();
    assertThat(contract.check(get, Map.of("product_id", 2.3e16))).hasSize(1);
  }

  @Test
  void refusesCodesOutsideClosedTables() {
    assertThat(
            contract.check(
                contract.require("shop/register/finish_access_info"),
                Map.of("access_info_item", 12)))
        .extracting(Violation::rule)
        .containsExactly("must be one of 6, 7, 8, 9, 10, 11, 19, 20");
  }

  @Test
  void checksQueryParametersLikeFields() {
    Operation token = contract.require("cgi-bin/token");

    assertThat(
            contract.check(
                token, Map.of("grant_type", "client_credential", "appid", "wx1", "secret", "x")))
        .isEmpty();
    assertThat(contract.check(token, Map.of("appid", "wx1")))
        .extracting(Violation::field)
        .containsExactly("grant_type", "secret");
  }

  @Test
  void doesNotShowSecretsAndPersonalDataInViolations() {
    Operation token = contract.require("cgi-bin/stable_token");

    assertThat(contract.check(token, Map.of("secrt", "hush", "appid", List.of("hush"))).toString())
        .contains("did you mean secret?")
        .doesNotContain("hush");
  }

  @Test
  void saysWhatToDoAboutEveryErrorCode() {
    assertThat(contract.errors())
        .allSatisfy(
            error -> {
              assertThat(error.en()).isNotBlank();
              assertThat(Problems.catalogue().codes()).contains("wechat-error-" + error.kind());
            });
  }
}
