package com.wechaterp.hub.sandbox;

import static com.wechaterp.hub.sandbox.Recorded.assertLikeRecorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Follows disputes from a rejected wish to the verdict and what comes of it. */
class SandboxComplaintsIT {

  private static SandboxServer server;
  private static SandboxClient client;
  private static AfterSaleShop shop;

  @BeforeAll
  static void starts() {
    server =
        SandboxServer.start(
            Map.of(
                "hub.sandbox.aftersales.refund-delay", "0s",
                "hub.sandbox.complaints.support-delay", "0s"));
    client = new SandboxClient(server);
    shop = new AfterSaleShop(client);
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @BeforeEach
  void forgets() {
    client.pull("reset");
  }

  /** Lets the merchant reject a wish, and its buyer ask the platform; returns the dispute. */
  private static JsonNode disputed(String id, int type) {
    shop.shipped(id).asked(id, type);
    client.ok("shop/ecaftersale/reject", Asks.of(id));
    JsonNode opened = client.pull("aftersales/" + id + "/escalate?content=坏了&pictures=url");
    assertThat(opened.path("complaint_order_id").asLong()).as(opened.toString()).isPositive();
    return opened;
  }

  private static Map<String, Object> evidence(JsonNode complaint, String picture) {
    return Fields.of(
        "complaint_order_id",
        complaint.path("complaint_order_id").asLong(),
        "material_info",
        Fields.of("content", "出库前完好", "media_url_list", List.of(picture)));
  }

  private static JsonNode read(JsonNode complaint) {
    return client.ok(
        "shop/complaint/get",
        Map.of("complaint_order_id", complaint.path("complaint_order_id").asLong()));
  }

  private static int state(JsonNode complaint) {
    return read(complaint).path("order").path("state").asInt();
  }

  @Test
  void opensADisputeThatShowsLikeTheRecordedOne() throws IOException {
    JsonNode opened = disputed("open", 1);

    assertLikeRecorded("shop.complaint.get", read(opened));
    assertLikeRecorded("shop.complaint.get_list", list("offset", 0, "limit", 10));
    assertThat(shop.status("open")).isEqualTo(21);
    assertThat(shop.get("open").path("complaint_order_id_list").get(0))
        .isEqualTo(opened.path("complaint_order_id"));
    JsonNode event = client.event("complaint_notify");
    assertThat(event.propertyNames()).containsExactly("complaint_order_id", "state", "event");
    assertThat(event.path("state").asInt()).isEqualTo(230001);
    assertThat(event.path("event").asInt()).isEqualTo(240001);
  }

  @ParameterizedTest
  @CsvSource({"1, 21, 230001, 230003, 230007", "2, 24, 230014, 230016, 230020"})
  void goesThroughTheStatesOfARefundAndOfAReturn(
      int type, int status, int opened, int asked, int answered) {
    JsonNode complaint = disputed("states", type);
    assertThat(shop.status("states")).isEqualTo(status);
    assertThat(state(complaint)).isEqualTo(opened);

    client.pull("complaints/states/ask");
    assertThat(state(complaint)).isEqualTo(asked);
    client.ok("shop/complaint/upload_material", evidence(complaint, Spus.PICTURE));

    assertThat(state(complaint)).isEqualTo(answered);
    JsonNode item = read(complaint).path("flow_info").path("list").get(2);
    assertThat(item.path("merchant_record").path("material_info").path("content").asString())
        .isEqualTo("出库前完好");
  }

  @Test
  void waitsForBothSides() {
    JsonNode complaint = disputed("both", 1);

    assertThat(client.pull("complaints/both/ask?whom=both").path("state").asInt())
        .isEqualTo(230004);
    assertThat(client.pull("complaints/both/evidence?content=看图").path("state").asInt())
        .isEqualTo(230006);
    client.ok("shop/complaint/upload_material", evidence(complaint, Spus.PICTURE));

    assertThat(state(complaint)).isEqualTo(230007);
  }

  @Test
  void takesEvidenceOnlyWhenItIsAskedFor() {
    JsonNode complaint = disputed("early", 1);

    assertThat(client.code("shop/complaint/upload_material", evidence(complaint, Spus.PICTURE)))
        .isEqualTo(2747008);
    client.pull("complaints/early/ask?whom=user");
    assertThat(client.code("shop/complaint/upload_material", evidence(complaint, Spus.PICTURE)))
        .isEqualTo(2747008);
  }

  @Test
  void takesOnlyPicturesThatWereUploadedAndWordsWithThem() {
    JsonNode complaint = disputed("pictures", 1);
    client.pull("complaints/pictures/ask");
    Map<String, Object> wordless = evidence(complaint, Spus.PICTURE);
    Fields.object(wordless.get("material_info")).put("content", " ");

    assertThat(
            client.code(
                "shop/complaint/upload_material",
                evidence(complaint, "https://shop.example/packed.jpg")))
        .isEqualTo(1070010);
    assertThat(client.code("shop/complaint/upload_material", wordless)).isEqualTo(9401020);
  }

  @ParameterizedTest
  @CsvSource({"1, 13, 230012", "5, 6, 230009", "10, 7, 230012"})
  void doesWhatTheVerdictSays(int result, int status, int state) {
    JsonNode complaint = disputed("verdict", 1);

    client.pull("complaints/verdict/judge?result=" + result);

    shop.awaitStatus("verdict", status);
    await().until(() -> state(complaint) == state);
    assertThat(read(complaint).path("order").path("judge_result").asInt()).isEqualTo(result);
    assertThat(client.event("aftersale_complaint_update_order_state").propertyNames())
        .containsExactly("aftersale_id", "out_aftersale_id");
  }

  @Test
  void judgesWithoutEvidenceThatCameTooLate() {
    JsonNode complaint = disputed("late", 1);
    long deadline = client.pull("complaints/late/ask").path("expired_time").asLong();
    assertThat(deadline).isGreaterThan(System.currentTimeMillis() / 1000);

    client.pull("jump?seconds=" + Duration.ofDays(3).toSeconds());

    await().until(() -> state(complaint) == 230007);
    assertThat(client.code("shop/complaint/upload_material", evidence(complaint, Spus.PICTURE)))
        .isEqualTo(2747008);
  }

  @Test
  void endsWithTheWishThatItsBuyerTakesBack() {
    JsonNode complaint = disputed("withdrawn", 1);

    client.pull("complaints/withdrawn/withdraw");

    assertThat(state(complaint)).isEqualTo(230013);
    assertThat(shop.status("withdrawn")).isEqualTo(1);
    assertThat(client.pull("complaints/withdrawn/judge?result=1").path("errcode").asInt())
        .isEqualTo(2747008);
  }

  @Test
  void takesNoDisputeAboutWhatWasNotRejected() {
    shop.shipped("unheard").asked("unheard", 1);

    assertThat(client.pull("aftersales/unheard/escalate").path("errcode").asInt())
        .isEqualTo(2747008);
  }

  @Test
  void listsDisputesByStateTimeAndAfterSale() {
    JsonNode first = disputed("list-1", 1);
    disputed("list-2", 1);
    client.pull("complaints/list-1/ask");

    assertThat(list("offset", 1, "limit", 1).path("orders")).hasSize(1);
    assertThat(list("offset", 1, "limit", 1).path("total").asInt()).isEqualTo(2);
    for (String field : List.of("state", "status")) {
      assertThat(list("offset", 0, "limit", 50, field, 230003).path("orders").get(0))
          .isEqualTo(read(first).path("order"));
    }
    long id = first.path("after_sale_order_id").asLong();
    assertThat(list("offset", 0, "limit", 50, "after_sale_order_id", id).path("total").asInt())
        .isEqualTo(1);
    long tomorrow = System.currentTimeMillis() / 1000 + 86_400;
    assertThat(list("offset", 0, "limit", 50, "begin_create_time", tomorrow).path("total").asInt())
        .isZero();
    assertThat(client.code("shop/complaint/get_list", Map.of("offset", 0, "limit", 51)))
        .isEqualTo(9401020);
    assertThat(client.code("shop/complaint/get", Map.of("complaint_order_id", 1)))
        .isEqualTo(9401020);
  }

  private static JsonNode list(Object... namesAndValues) {
    return client.ok("shop/complaint/get_list", Fields.of(namesAndValues));
  }
}
