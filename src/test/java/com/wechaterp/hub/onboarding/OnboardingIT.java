package com.wechaterp.hub.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.DemoShop;
import com.wechaterp.hub.testing.HubHome;
import com.wechaterp.hub.testing.RunningHub;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A fresh account of the sandbox goes through every step, with the demo shop for its ERP. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnboardingIT {

  private static final Duration SOON = Duration.ofMinutes(3);

  @TempDir private static Path data;
  private static RunningHub hub;

  private static final String FORM =
      """
      organization_type: 2
      business_license_info:
        legal_person: 张三
        business_time: 2020-01-01,长期
        wxa_business_license_copy: {file: paper.png}
      id_card_info:
        id_card_name: 张三
        id_card_number: "110101199001011234"
        id_card_valid_time: 长期
        wxa_id_card_copy: {file: paper.png}
        wxa_id_card_national: {file: paper.png}
      contact_info:
        contact_type: "65"
        contact_email: zhang@shop.example
        mobile_phone: "13800000000"
      account_info:
        bank_account_type: ACCOUNT_TYPE_BUSINESS
        account_name: 某某公司
        account_number: "6222021234567890128"
        account_bank: 工商银行
        bank_address_code: "440100"
      merchant_shortname: 某某商店
      """;

  /** The hub as it ships, with the merchant's form for the merchant number. */
  private static Path home() throws IOException {
    Path home = HubHome.copyTo(data.resolve("home"));
    Path form = home.resolve("config/onboarding");
    Files.writeString(form.resolve("wxpay.yaml"), FORM);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
    Files.write(form.resolve("paper.png"), png.toByteArray());
    return home;
  }

  @BeforeAll
  static void start() throws Exception {
    hub =
        RunningHub.start(
            data,
            "hub.home=" + home(),
            "hub.sandbox.onboarded=false",
            "hub.sandbox.audit-delay=1s",
            "hub.sandbox.administrator-delay=1s",
            "hub.onboarding.test-openid=openid-of-a-colleague");
    new DemoShop(hub);
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
    done("categories");
    ready("merchant-number");
    ready("products");
    await().atMost(SOON).until(() -> "onboarding-finish".equals(step("products").get("code")));
    ready("products");
    done("products");
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
