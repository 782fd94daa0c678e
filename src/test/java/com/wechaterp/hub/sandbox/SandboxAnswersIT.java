package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static com.wechaterp.hub.sandbox.Spus.PICTURE;
import static com.wechaterp.hub.sandbox.Spus.spu;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds the sandbox's answers against recorded ones: the same fields with the same JSON types. */
class SandboxAnswersIT {

  private static SandboxServer server;
  private static SandboxClient client;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start();
    client = new SandboxClient(server);
    client.call("shop/register/apply", Map.of());
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @Test
  void answersTokensAsRecorded() throws IOException {
    String classic =
        "/cgi-bin/token?grant_type=client_credential&appid=%s&secret=%s"
            .formatted(SandboxServer.APP_ID, SandboxServer.SECRET);

    assertLikeRecorded("cgi-bin.token", client.send("GET", classic, ""));
  }

  @Test
  void answersCategoriesAsRecorded() throws IOException {
    assertLikeRecorded("shop.cat.get", client.call("shop/cat/get", Map.of()));
  }

  @Test
  void answersAnUploadAsRecorded() throws IOException {
    assertLikeRecorded(
        "shop.img.upload",
        client.upload(
            "",
            Map.of("resp_type", "0", "upload_type", "1", "img_url", "https://example.com/a.jpg"),
            null));
  }

  @Test
  void answersProductsAsRecorded() throws IOException {
    assertLikeRecorded("shop.spu.add", client.call("shop/spu/add", spu("shape")));
    assertLikeRecorded(
        "shop.spu.get",
        client.call("shop/spu/get", Map.of("out_product_id", "shape", "need_edit_spu", 1)));
    assertLikeRecorded(
        "shop.spu.get_list",
        client.call("shop/spu/get_list", Map.of("page", 1, "page_size", 10, "need_edit_spu", 1)));
    client.call("shop/spu/del_audit", Map.of("out_product_id", "shape"));
    assertLikeRecorded("shop.spu.update", client.call("shop/spu/update", spu("shape")));
  }

  @Test
  void answersAChangeOfFiguresAsRecorded() throws IOException {
    client.call("shop/spu/add", spu("figures"));
    Awaits.status(client, "figures", 5);

    assertLikeRecorded(
        "shop.spu.update_without_audit",
        client.call(
            "shop/spu/update_without_audit",
            Map.of(
                "out_product_id",
                "figures",
                "skus",
                List.of(Map.of("out_sku_id", "figures-1", "stock_num", 3)))));
  }

  @Test
  void answersQualificationAuditsAsRecorded() throws IOException {
    Map<String, Object> category =
        Map.of("level1", 7400, "level2", 7410, "level3", 7412, "certificate", List.of(PICTURE));

    JsonNode answer =
        client.call(
            "shop/audit/audit_category",
            Map.of("audit_req", Map.of("license", List.of(PICTURE), "category_info", category)));

    assertLikeRecorded("shop.audit.audit_category", answer);
    assertThat(
            client
                .call("shop/audit/result", Map.of("audit_id", answer.path("audit_id").asString()))
                .path("data")
                .path("status")
                .isIntegralNumber())
        .isTrue();
  }

  @Test
  void answersTheAccountAsRecorded() throws IOException {
    assertLikeRecorded("shop.register.check", client.call("shop/register/check", Map.of()));
    assertLikeRecorded("shop.account.get_info", client.call("shop/account/get_info", Map.of()));
    assertLikeRecorded(
        "shop.account.get_brand_list", client.call("shop/account/get_brand_list", Map.of()));
    assertLikeRecorded(
        "shop.account.get_category_list", client.call("shop/account/get_category_list", Map.of()));
  }
}
