package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Spus.spu;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Leads a fresh account through joining, and holds it to the order of the steps (WeChat's
 * documents: joining [接入流程]).
 */
class OnboardingIT {

  private static SandboxServer server;
  private static SandboxClient client;

  @BeforeAll
  static void starts() {
    server =
        SandboxServer.start(
            Map.of(
                "hub.sandbox.onboarded", "false",
                "hub.sandbox.audit-delay", "1h",
                "hub.sandbox.administrator-delay", "0s"));
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @BeforeEach
  void forgets() {
    // A jump in time of another test may have let the token expire.
    client = new SandboxClient(server);
    client.pull("reset");
  }

  @Test
  void doesNotKnowAnAccountThatNeverApplied() {
    assertThat(code("shop/register/check")).isEqualTo(1040003);
    assertThat(code("shop/wxpay/get")).isEqualTo(1040003);
    assertThat(code("shop/account/get_info")).isEqualTo(1040003);
  }

  @Test
  void waitsForTheAdministratorToConfirmTheAgreement() {
    assertThat(code("shop/register/apply")).isZero();
    assertThat(code("shop/register/check")).isEqualTo(1040003);

    client.pull("onboarding/confirm");

    assertThat(check().path("status").asInt()).isEqualTo(2);
    assertThat(scene().path("status").asInt()).isEqualTo(3);
  }

  @Test
  void dropsAnApplicationNobodyConfirmedWithinADay() {
    call("shop/register/apply");
    client.pull("jump?seconds=90000");

    assertThat(client.exchange("POST", "/_control/onboarding/confirm", "").statusCode())
        .isEqualTo(404);
    client = new SandboxClient(server);
    assertThat(code("shop/register/check")).isEqualTo(1040003);
  }

  @Test
  void refusesProductsAndAuditsBeforeTheAccountHasJoined() {
    assertThat(client.call("shop/spu/add", spu("early")).path("errcode").asInt())
        .isEqualTo(1000042);
    assertThat(code("shop/audit/result", "audit_id", "any")).isEqualTo(1000042);
  }

  @Test
  void refusesProductsWithoutWeChatsOwnCustomerService() {
    join();
    assertThat(client.call("shop/spu/add", spu("silent")).path("errcode").asInt())
        .isEqualTo(1040042);
    code("shop/account/update_info", "service_agent_type", List.of(1));
    assertThat(client.call("shop/spu/add", spu("silent")).path("errcode").asInt())
        .isEqualTo(1040042);

    code("shop/account/update_info", "service_agent_type", List.of(0, 1));

    assertThat(client.call("shop/spu/add", spu("heard")).path("errcode").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 7, 8, 9, 19, 20})
  void finishesNoTaskThatWasNeverDone(int item) {
    join();

    JsonNode answer = call("shop/register/finish_access_info", "access_info_item", item);

    assertThat(answer.path("errcode").asInt()).isNotZero();
    assertThat(answer.path("errmsg").asString()).contains("未满足完成条件");
  }

  @Test
  void finishesTheTaskOfProductsOnceOneHasPassed() {
    join();
    code("shop/account/update_info", "service_agent_type", List.of(0));
    client.call("shop/spu/add", spu("first"));
    client.pull("products/first/audit");
    assertThat(task("spu_audit_success")).isEqualTo(1);
    assertThat(task("spu_audit_finished")).isZero();

    assertThat(code("shop/register/finish_access_info", "access_info_item", 6)).isZero();

    assertThat(task("spu_audit_finished")).isEqualTo(1);
  }

  @Test
  void provesTheTasksOfOrdersByOnesThatArePaid() {
    join();
    client.ok("shop/order/add", Buys.order("scene"));
    assertThat(task("ec_order_success")).isZero();
    client.pull("orders/scene/pay");
    assertThat(task("ec_order_success")).isEqualTo(1);
    assertThat(task("pay_order_success")).isZero();

    client.ok("shop/order/add", Buys.ticketOrder("ticket"));
    client.ok(
        "shop/order/pay",
        Buys.of(
            "ticket",
            "action_type",
            1,
            "transaction_id",
            "42000001",
            "pay_time",
            SandboxClock.wire(Instant.now())));

    assertThat(task("pay_order_success")).isEqualTo(1);
    assertThat(code("shop/register/finish_access_info", "access_info_item", 7)).isZero();
    assertThat(code("shop/register/finish_access_info", "access_info_item", 19)).isZero();
  }

  @Test
  void provesTheTaskOfDeliveriesByOneThatIsSent() {
    join();
    client.ok("shop/order/add", Buys.order("sent"));
    client.pull("orders/sent/pay");
    assertThat(task("send_delivery_success")).isZero();

    client.ok(
        "shop/delivery/send",
        Parts.send(
            "sent", 1, Parts.parcel("SF", "1", "soap", 2), Parts.parcel("SF", "2", "towel", 1)));

    assertThat(task("send_delivery_success")).isEqualTo(1);
  }

  @Test
  void takesTheMerchantsWordForTestsAndRelease() {
    join();

    assertThat(code("shop/register/finish_access_info", "access_info_item", 10)).isZero();
    assertThat(code("shop/register/finish_access_info", "access_info_item", 11)).isZero();
    assertThat(task("open_product_task_finished")).isZero();
  }

  @Test
  void refusesAnUnknownTask() {
    join();

    assertThat(code("shop/register/finish_access_info", "access_info_item", 12)).isEqualTo(40097);
  }

  @Test
  void refusesASceneBeforeEveryTaskIsFinished() {
    join();

    JsonNode answer = call("shop/register/apply_scene", "scene_group_id", 1);

    assertThat(answer.path("errmsg").asString()).contains("未满足完成条件");
    assertThat(scene().path("status").asInt()).isEqualTo(3);
  }

  @Test
  void startsAsOneThatJoinedLongAgoWhenAskedTo() {
    client.pull("onboarding/complete");

    assertThat(task("open_product_task_finished")).isEqualTo(1);
    assertThat(scene().path("status").asInt()).isEqualTo(1);
    assertThat(call("shop/wxpay/get").path("pay_resp").path("applyment_state").asString())
        .isEqualTo("FINISH");
  }

  @Test
  void closesASceneThatWasOpen() {
    client.pull("onboarding/complete");
    client.pull("onboarding/close");

    assertThat(client.call("shop/spu/add", spu("closed")).path("errcode").asInt())
        .isEqualTo(1000042);
  }

  @Test
  void answersThatTheComponentIsRetired() {
    client.pull("onboarding/complete");
    client.pull("onboarding/retire");

    assertThat(code("shop/register/check")).isEqualTo(1400007);
    assertThat(code("shop/register/apply")).isEqualTo(1400007);
    assertThat(code("shop/register/apply_scene", "scene_group_id", 1)).isEqualTo(1400007);
  }

  private static void join() {
    call("shop/register/apply");
    client.pull("onboarding/confirm");
  }

  private static JsonNode check() {
    return call("shop/register/check").path("data");
  }

  private static JsonNode scene() {
    return check().path("scene_group_list").get(0);
  }

  private static int task(String flag) {
    return check().path("access_info").path(flag).asInt();
  }

  private static JsonNode call(String operation) {
    return client.call(operation, Map.of());
  }

  private static JsonNode call(String operation, String field, Object value) {
    return client.call(operation, Map.of(field, value));
  }

  private static int code(String operation) {
    return call(operation).path("errcode").asInt();
  }

  private static int code(String operation, String field, Object value) {
    return call(operation, field, value).path("errcode").asInt();
  }
}
