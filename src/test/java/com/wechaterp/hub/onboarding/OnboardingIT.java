package com.wechaterp.hub.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.RunningHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fresh account of the sandbox goes through every step, with the demo shop for its ERP and the
 * demo shop's form; one of its categories has no papers.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnboardingIT {

  private static final Duration SOON = Duration.ofMinutes(3);

  @TempDir private static Path data;
  private static RunningHub hub;

  @BeforeAll
  static void start() throws Exception {
    hub =
        RunningHub.start(
            data,
            "hub.sandbox.onboarded=false",
            "hub.sandbox.audit-delay=1s",
            "hub.sandbox.administrator-delay=1s");
    new DemoShop(hub);
    hub.erp()
        .update(
            "INSERT INTO goods (goods_no, goods_name, cls_code, state, pics, upd_time)"
                + " VALUES ('N1', '每日坚果 混合果仁', 'E01', '1', 'N1-1.png', NOW())");
    hub.erp()
        .update(
            "INSERT INTO goods_item (item_no, goods_no, color, spec, price, tag_price, bar_no,"
                + " line_no) VALUES ('N1-1', 'N1', '云白', '一袋', 89.00, 99.00, '69', 1)");
    hub.erp().update("INSERT INTO store_qty (item_no, qty) VALUES ('N1-1', 10)");
  }

  @AfterAll
  static void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  private static Map<?, ?> step(String id) {
    List<?> steps = (List<?>) hub.get("/api/v1/onboard").body().get("steps");
    return steps.stream()
        .map(each -> (Map<?, ?>) each)
        .filter(each -> id.equals(each.get("step")))
        .findFirst()
        .orElseThrow();
  }

  private static String state(String id) {
    return String.valueOf(step(id).get("state"));
  }

  private static RunningHub.Answer run(String id) {
    return hub.post("/api/v1/onboard/" + id + "/run", Map.of());
  }

  private static void done(String id) {
    await().atMost(SOON).until(() -> state(id).equals("DONE"));
  }

  private static void ready(String id) {
    await().atMost(SOON).until(() -> state(id).equals("READY"));
    RunningHub.Answer answer = run(id);
    assertThat(answer.status()).as("%s: %s", id, answer.body()).isEqualTo(200);
  }

  @Test
  @Order(1)
  void refusesEveryWrongOrderOfStepsWithItsReason() {
    for (String id : List.of("products", "order", "ec-order", "delivery", "scene", "categories")) {
      RunningHub.Answer answer = run(id);

      assertThat(answer.status()).as(id).isEqualTo(409);
      assertThat(String.valueOf(answer.body().get("message")))
          .as(id)
          .contains(id, "needs these steps first");
    }
    assertThat(hub.post("/api/v1/onboard/test/confirm", Map.of()).status()).isEqualTo(409);
    assertThat(run("scnee").body().toString()).contains("Nearest: scene");
  }

  @Test
  @Order(2)
  void goesThroughEveryStepToTheApprovedScene() {
    ready("apply");
    assertThat(state("apply")).isIn("WAITING_YOU", "DONE");
    done("apply");
    ready("service");
    done("service");
    await().atMost(SOON).until(() -> state("categories").equals("WAITING_YOU"));
    assertThat(String.valueOf(step("categories").get("next"))).contains("7411", "坚果炒货");
    ready("merchant-number");
    ready("products");
    await().atMost(SOON).until(() -> "onboarding-finish".equals(step("products").get("code")));
    ready("products");
    done("products");
    await()
        .atMost(SOON)
        .until(() -> hub.held("products", "N1").startsWith("product-category-not-open"));
    assertThat(hub.post("/api/v1/onboard/base-library/confirm", Map.of()).status()).isEqualTo(200);
    done("merchant-number");
    for (String id : List.of("order", "delivery", "aftersale")) {
      ready(id);
      ready(id);
      done(id);
    }
    ready("ec-order");
    String order =
        String.valueOf(step("ec-order").get("next")).replaceAll(".*order (\\w+) waits.*", "$1");
    hub.lever("orders/" + order + "/pay");
    ready("ec-order");
    done("ec-order");
    ready("ec-aftersale");
    ready("ec-aftersale");
    done("ec-aftersale");
    assertThat(hub.post("/api/v1/onboard/test/confirm", Map.of()).status()).isEqualTo(200);
    done("test");
    assertThat(hub.post("/api/v1/onboard/release/confirm", Map.of()).status()).isEqualTo(200);
    ready("scene");
    done("scene");
    assertThat(String.valueOf(step("scene").get("proofs"))).contains("shop/register/apply_scene");
  }

  @Test
  @Order(3)
  void explainsThatTheComponentIsRetired() {
    hub.lever("onboarding/retire");

    assertThat(state("scene")).isEqualTo("CLOSED");
    assertThat(String.valueOf(step("scene").get("next"))).contains("1400007", "WeChat Store");
  }
}
