package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Reads what a merchant answers to the claim of a coupon. */
class CouponClaimIT {

  private final StringBuilder answer = new StringBuilder();
  private HttpServer merchant;
  private SandboxServer server;
  private SandboxClient client;

  @BeforeEach
  void starts() throws IOException {
    merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    merchant.createContext(
        "/",
        exchange -> {
          byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    merchant.start();
    String account = "hub.sandbox.accounts." + SandboxServer.APP_ID;
    server =
        SandboxServer.start(
            Map.of(
                account + ".callback-url",
                "http://127.0.0.1:" + merchant.getAddress().getPort(),
                account + ".message-mode",
                "plain",
                account + ".token",
                "token",
                "hub.sandbox.coupons-confirmed",
                "false"));
    client = new SandboxClient(server);
  }

  @AfterEach
  void stops() {
    server.close();
    merchant.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<xml><out_user_coupon_id>U1</out_user_coupon_id><request_id>Q1</request_id>"
            + "<ret_code>0</ret_code><ret_msg>ok</ret_msg><out_coupon_id>C1</out_coupon_id></xml>",
        "{\"out_user_coupon_id\":\"U1\",\"request_id\":\"Q1\",\"ret_code\":0,\"ret_msg\":\"ok\","
            + "\"out_coupon_id\":\"C1\"}"
      })
  void givesTheBuyerWhatTheMerchantGave(String reply) {
    confirm();
    answer.append(reply);

    claim();

    await().until(() -> reply().has("ret_code"));
    assertThat(reply().path("out_user_coupon_id").asString()).isEqualTo("U1");
    assertThat(wallet().path("result_list").get(0).path("out_user_coupon_id").asString())
        .isEqualTo("U1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<xml><ret_code>1</ret_code><ret_msg>none left</ret_msg></xml>", "success"})
  void givesTheBuyerNothingWhereTheMerchantDidNot(String reply) {
    confirm();
    answer.append(reply);

    claim();

    await().until(() -> client.look("coupons").path("claims").get(0).has("reply"));
    assertThat(wallet().path("total_num").asInt()).isZero();
  }

  @Test
  void takesNoCallAboutCouponsBeforeTheClaimCallbackIsConfirmed() {
    assertThat(client.code("shop/coupon/get", Map.of("out_coupon_id", "C1"))).isEqualTo(1090021);
    answer.append("success");
    assertThat(client.code("shop/coupon/confirm", Map.of())).isEqualTo(1090020);
    assertThat(client.code("shop/coupon/get", Map.of("out_coupon_id", "C1"))).isEqualTo(1090021);

    confirm();

    assertThat(client.event("open_product_receive_coupon").path("request_id").asString())
        .isEqualTo("test_coupon_request_id");
    assertThat(client.code("shop/coupon/get", Map.of("out_coupon_id", "C1"))).isEqualTo(9401020);
  }

  @Test
  void saysThatNobodyAnsweredTheClaim() {
    merchant.stop(0);

    assertThat(client.code("shop/coupon/confirm", Map.of())).isEqualTo(1090032);
  }

  private void confirm() {
    answer.setLength(0);
    answer.append(
        "<xml><ret_code>0</ret_code><out_coupon_id>test_coupon</out_coupon_id>"
            + "<out_user_coupon_id>test_coupon_user_coupon_id</out_user_coupon_id>"
            + "<request_id>test_coupon_request_id</request_id></xml>");
    client.ok("shop/coupon/confirm", Map.of());
    answer.setLength(0);
  }

  private void claim() {
    Map<String, Object> info =
        Map.of(
            "name", "券",
            "discount_info", Map.of("discount_fee", 100),
            "valid_info", Map.of("valid_type", 2, "valid_day_num", 7));
    client.ok(
        "shop/coupon/add",
        Map.of(
            "coupon",
            Map.of("out_coupon_id", "C1", "type", 104, "promote_type", 4, "coupon_info", info)));
    client.pull("coupons/C1/claim?openid=oBuyer&request_id=Q1");
  }

  private JsonNode reply() {
    return client.look("coupons").path("claims").get(0).path("reply");
  }

  private JsonNode wallet() {
    return client.ok(
        "shop/coupon/get_usercoupon_list", Map.of("page_size", 9, "offset", 0, "openid", "oBuyer"));
  }
}
