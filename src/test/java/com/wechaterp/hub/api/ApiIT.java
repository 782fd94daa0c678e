package com.wechaterp.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.RunningHub;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API of the hub as it ships, over HTTP. */
class ApiIT {

  private static final String WECHAT = "/api/v1/wechat/";

  @TempDir private static Path data;
  private static RunningHub hub;

  @BeforeAll
  static void start() throws Exception {
    hub = RunningHub.start(data);
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  @Test
  void describesEveryAddressInBothLanguages() {
    Set<String> described = new HashSet<>();
    paths()
        .forEach(
            (path, methods) ->
                ((Map<?, ?>) methods)
                    .forEach(
                        (method, operation) -> {
                          described.add(method.toString().toUpperCase() + " " + path);
                          Map<?, ?> told = (Map<?, ?>) operation;
                          assertThat(told.get("summary"))
                              .as("%s %s", method, path)
                              .asString()
                              .matches(".*\\p{IsHan}.*");
                          assertThat(told.get("description")).asString().isNotBlank();
                        }));

    // springdoc leaves out itself, and WeChat's operations have a path each.
    Set<String> addresses =
        ApiTexts.load().addresses().stream()
            .filter(address -> !address.contains(WECHAT))
            .filter(address -> !address.endsWith("openapi.json"))
            .collect(Collectors.toSet());
    assertThat(described).containsAll(addresses);
  }

  @Test
  void describesEveryOperationOfWeChatItPassesOn() {
    OperationRules rules = OperationRules.load();
    List<String> passed =
        WeChatContract.load().operations().stream()
            .filter(operation -> rules.instead(operation.id()).isEmpty())
            .map(operation -> WECHAT + operation.id())
            .toList();

    assertThat(paths().keySet().stream().map(String::valueOf))
        .filteredOn(path -> path.startsWith(WECHAT))
        .containsExactlyInAnyOrderElementsOf(passed);
  }

  @Test
  void describesTheBodyOfAnOrderByThePort() {
    Map<?, ?> create = (Map<?, ?>) ((Map<?, ?>) paths().get("/api/v1/orders")).get("post");

    assertThat(create.get("requestBody").toString())
        .contains("out_order_id", "product_infos", "sku_real_price");
  }

  @Test
  void callsAnOperationOfWeChatAndRecordsIt() {
    RunningHub.Answer answer =
        hub.post(WECHAT + "shop/spu/get_list", Map.of("page", 1, "page_size", 10));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().get("total_num")).isEqualTo(0);
    assertThat(hub.list("/api/v1/timeline/api/shop/spu/get_list"))
        .first()
        .satisfies(step -> assertThat(step.get("text")).asString().startsWith("rehearsal: 0 ("));
  }

  @Test
  void tellsWhatAnErrorOfWeChatMeans() {
    RunningHub.Answer answer =
        hub.post(WECHAT + "shop/spu/get", Map.of("out_product_id", "NOBODY"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().get("category")).isEqualTo("PERMANENT");
    assertThat(answer.body().get("errcode")).isEqualTo(9401002);
    assertThat(answer.body().get("rid")).asString().isNotEqualTo("-");
  }

  @Test
  void keepsNothingUnderAnAccountNobodyKnows() {
    Map<String, Object> none = Map.of();

    assertThat(hub.post("/api/v1/sync/products?account=typo", none).toString())
        .contains("status=404", "wechat-unknown-account");
    assertThat(hub.post("/api/v1/aftersales?account=typo", none).toString())
        .contains("status=404", "wechat-unknown-account");
    assertThat(
            hub.post(
                    "/api/v1/funds/withdrawals?account=typo",
                    Map.of("id", "w1", "amount", 100, "confirm_amount", 100))
                .toString())
        .contains("status=404", "wechat-unknown-account");
    assertThat(hub.waiting("products")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | funds/withdrawals | {\"id\":\"w\",\"amount\":10.5,\"confirm_amount\":10.5} | 400 | api-body | field amount",
        "POST | funds/withdrawals | {\"id\":\"w\",\"amount\":10,\"confirm_amount\":10,\"bank_memoo\":\"x\"} | 400 | api-body | field bank_memoo",
        "POST | funds/withdrawals | {\"id\": | 400 | api-body | 1:7",
        "POST | pay/refunds | {\"trade_no\":\"T\"} | 400 | api-body | JSON",
        "POST | pay/orders | {\"openid\":\"o\"} | 422 | wechat-request-breaks-contract | sub_orders is required",
        "GET | scenes/abc | '' | 400 | api-parameter | which is no long",
        "GET | funds/cities/1/branches | '' | 400 | api-parameter-missing | bank_code",
        "GET | nowhere | '' | 404 | api-unknown-address | /api/v1/nowhere",
        "DELETE | status | '' | 405 | api-method | GET"
      })
  void saysWhatIsWrongWithARequestBeforeItReachesAnything(
      String method, String path, String body, int status, String code, String names) {
    RunningHub.Answer answer = hub.send(method, "/api/v1/" + path, body.isEmpty() ? null : body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().get("code")).isEqualTo(code);
    assertThat(answer.body().get("message")).asString().contains(names);
  }

  @Test
  void saysInTheStatusThatNoRouteWorksOnAFlow() {
    hub.part(WorkList.class)
        .mark(new WorkKey("cupons", "sandbox", "TK1"), WorkPriority.NORMAL, "test");

    Map<?, ?> flows = (Map<?, ?>) hub.get("/api/v1/status").body().get("flows");

    assertThat(flows.get("cupons").toString())
        .contains("No route works on the flow 'cupons'; 1 keys wait", "that run: coupons");
  }

  private static Map<?, ?> paths() {
    return (Map<?, ?>) hub.get("/api/v1/openapi.json").body().get("paths");
  }
}
