package com.wechaterp.hub.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

class HttpWeChatIT {

  private static final Map<String, Object> PRODUCT = Map.of("out_product_id", "p1");

  private final StubWeChat stub = new StubWeChat();
  private final WeChatUnderTest hub = new WeChatUnderTest(stub.baseUrl());

  @AfterEach
  void close() {
    hub.close();
    stub.close();
  }

  @Test
  void sendsTheDocumentAsJsonToThePathOfTheOperation() {
    hub.weChat.call("main", "shop/spu/get", Map.of("out_product_id", "编号-1"));

    StubWeChat.Received call = stub.calls.get(0);
    assertThat(call.path()).isEqualTo("/shop/spu/get");
    assertThat(call.contentType()).isEqualTo("application/json; charset=UTF-8");
    assertThat(call.text()).isEqualTo("{\"out_product_id\":\"编号-1\"}");
  }

  @Test
  void keepsSixtyFourBitIdsExactBothWays() {
    stub.answersNext(
        "{\"errcode\":0,\"data\":{\"product_id\":9007199254740993,\"other\":\"9007199254740995\"}}");

    Map<String, Object> answer =
        hub.weChat.call("main", "shop/spu/get", Map.of("product_id", 9007199254740993L));

    assertThat(stub.calls.get(0).text()).isEqualTo("{\"product_id\":9007199254740993}");
    assertThat(answer.get("data"))
        .isEqualTo(Map.of("product_id", 9007199254740993L, "other", "9007199254740995"));
    hub.weChat.call("main", "shop/spu/get", Map.of("product_id", "9007199254740993"));
    assertThat(stub.calls.get(1).text()).isEqualTo("{\"product_id\":\"9007199254740993\"}");
  }

  @Test
  void takesAMissingErrorCodeForSuccessAndReadsItAsText() {
    stub.answersNext("{\"spu\":{}}").answersNext("{\"errcode\":\"0\"}");
    assertThat(hub.weChat.call("main", "shop/spu/get", PRODUCT)).containsKey("spu");
    assertThat(hub.weChat.call("main", "shop/spu/get", PRODUCT)).containsEntry("errcode", "0");

    assertThat(failure("{\"errcode\":\"1000012\",\"errmsg\":\"x\"}").errcode()).isEqualTo(1000012);
  }

  @Test
  void sendsNothingThatBreaksTheContract() {
    WeChatException failure =
        catchThrowableOfType(
            WeChatException.class,
            () -> hub.weChat.call("main", "shop/spu/get", Map.of("out_produkt_id", "p1")));

    assertThat(failure.category()).isEqualTo(ErrorCategory.PERMANENT);
    assertThat(failure.outcomeUnknown()).isFalse();
    assertThat(failure).hasMessageContaining("did you mean out_product_id?");
    assertThat(stub.calls).isEmpty();
    assertThat(stub.tokenCalls).isEmpty();
  }

  @Test
  void sendsAFieldThatTheSettingsLetThroughAndSaysSoInTheTimeline() {
    hub.weChat.call("main", "shop/spu/get", Map.of("out_product_id", "p1", "with_stock", 1));

    assertThat(stub.calls.get(0).text()).contains("\"with_stock\":1");
    Mockito.verify(hub.timeline)
        .record(
            Mockito.eq("main"),
            Mockito.eq("product"),
            Mockito.eq("p1"),
            Mockito.eq("unknown-field"),
            Mockito.contains("shop/spu/get, let through by hub.wechat.unknown-fields: with_stock"));
  }

  @Test
  void uploadsAPictureAsAFilePart() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    hub.weChat.call(
        "main", "shop/img/upload", Map.of("resp_type", 1, "upload_type", 0, "media", png));

    StubWeChat.Received call = stub.calls.get(0);
    String parts = new String(call.body(), StandardCharsets.ISO_8859_1);
    assertThat(call.contentType()).startsWith("multipart/form-data; boundary=");
    assertThat(parts)
        .contains("name=\"media\"; filename=\"image.png\"", "image/png", "PNG\u0001\u0002\u0003")
        .contains("name=\"resp_type\"", "name=\"upload_type\"");
  }

  @Test
  void uploadsAPictureByAddress() {
    hub.weChat.call(
        "main",
        "shop/img/upload",
        Map.of("resp_type", 1, "upload_type", 1, "img_url", "https://shop.example/图.jpg"));

    assertThat(stub.calls.get(0).text())
        .contains("name=\"img_url\"", "https://shop.example/图.jpg")
        .doesNotContain("filename");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, RETRY",
    "45011, RETRY",
    "45009, LIMIT",
    "40164, CONFIG",
    "48001, CONFIG",
    "40097, PERMANENT",
    "1000012, PERMANENT",
    "7654321, PERMANENT"
  })
  void sortsErrorsByWhatTheyAsk(int code, ErrorCategory category) {
    WeChatException failure =
        failure("{\"errcode\":" + code + ",\"errmsg\":\"some text rid: 61-ab-0c\"}");

    assertThat(failure.category()).isEqualTo(category);
    assertThat(failure.errcode()).isEqualTo(code);
    assertThat(failure.operation()).isEqualTo("shop/spu/get");
    assertThat(failure.problem().facts()).containsEntry("rid", "61-ab-0c");
    assertThat(failure.problem().sentence(Language.EN))
        .contains(WeChatContract.load().error(code).en(), "some text", "61-ab-0c", "main")
        .doesNotContain("{", "?.");
    assertThat(failure.problem().sentence(Language.ZH)).contains("some text", "61-ab-0c");
  }

  private WeChatException failure(String answer) {
    stub.answersNext(answer);
    return catchThrowableOfType(
        WeChatException.class, () -> hub.weChat.call("main", "shop/spu/get", PRODUCT));
  }
}
