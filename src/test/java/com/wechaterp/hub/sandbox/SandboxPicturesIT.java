package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Holds shop/img/upload to its limits (WeChat docs, limits [限额]) and to both ways of passing
 * parameters.
 */
class SandboxPicturesIT {

  private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

  private static SandboxServer server;
  private static SandboxClient client;

  @BeforeAll
  static void starts() {
    server = SandboxServer.start();
    client = new SandboxClient(server);
  }

  @AfterAll
  static void stops() {
    server.close();
  }

  @Test
  void takesParametersFromTheQuery() {
    assertThat(link(client.upload("&resp_type=1&upload_type=0", Map.of(), png(100))))
        .startsWith("https://mmecimage.cn/p/" + SandboxServer.APP_ID + "/");
  }

  @Test
  void takesParametersFromTheForm() {
    assertThat(link(client.upload("", byContent("1"), png(100)))).isNotBlank();
  }

  @Test
  void givesTheSameLinkForTheSamePicture() {
    assertThat(link(client.upload("", byContent("1"), png(200))))
        .isEqualTo(link(client.upload("", byContent("1"), png(200))))
        .isNotEqualTo(link(client.upload("", byContent("1"), png(201))));
  }

  @Test
  void givesAPaymentMediaIdWhenAskedTo() {
    JsonNode answer = client.upload("", byContent("2"), png(100));

    assertThat(answer.path("img_info").path("pay_media_id").asString()).isNotBlank();
  }

  @Test
  void takesAPictureOfTwoMegabytes() {
    assertThat(code(client.upload("", byContent("1"), png(TWO_MEGABYTES)))).isZero();
  }

  @Test
  void refusesALargerPicture() {
    assertThat(code(client.upload("", byContent("1"), png(TWO_MEGABYTES + 1)))).isEqualTo(45002);
  }

  @Test
  void refusesWhatIsNoPicture() {
    assertThat(code(client.upload("", byContent("1"), new byte[100]))).isEqualTo(40097);
  }

  @Test
  void refusesALinkThatIsNotOfTheWeb() {
    Map<String, String> form =
        Map.of("resp_type", "1", "upload_type", "1", "img_url", "file:///etc/passwd");

    assertThat(code(client.upload("", form, null))).isEqualTo(40097);
  }

  private static Map<String, String> byContent(String respType) {
    return Map.of("resp_type", respType, "upload_type", "0");
  }

  private static byte[] png(int size) {
    byte[] bytes = new byte[size];
    bytes[0] = (byte) 0x89;
    bytes[1] = 'P';
    bytes[2] = 'N';
    bytes[3] = 'G';
    return bytes;
  }

  private static int code(JsonNode answer) {
    return answer.path("errcode").asInt();
  }

  private static String link(JsonNode answer) {
    return answer.path("img_info").path("temp_img_url").asString();
  }
}
