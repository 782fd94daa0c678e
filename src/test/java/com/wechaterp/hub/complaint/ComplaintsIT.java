package com.wechaterp.hub.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import com.wechaterp.hub.testing.RunningHub;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Disputes between WeChat and a shop on MariaDB, through the hub as it ships. */
class ComplaintsIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String UPLOAD = "shop/complaint/upload_material";

  @TempDir private static Path data;
  private static RunningHub hub;
  private static Disputes disputes;
  private static HttpServer pictures;

  @BeforeAll
  static void start() throws Exception {
    hub = RunningHub.start(data, "hub.sandbox.complaints.support-delay=0s");
    disputes = new Disputes(hub);
    pictures = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    serve("/large.png", 2 * 1024 * 1024 + 1, 200);
    serve("/page.html", 100, 200);
    serve("/missing.png", 1, 404);
    pictures.start();
  }

  private static void serve(String path, int bytes, int status) {
    pictures.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, bytes);
          exchange.getResponseBody().write(new byte[bytes]);
          exchange.close();
        });
  }

  @AfterAll
  static void stop() {
    pictures.stop(0);
    hub.close();
  }

  @Test
  void tellsTheShopOfADisputeThatAnEventAnnounced() {
    String dispute = disputes.told("E1");

    assertThat(disputes.of(dispute, "state_name")).isEqualTo("客服处理中");
    assertThat(disputes.of(dispute, "what")).isEqualTo("商家拒绝处理售后");
    assertThat(disputes.of(dispute, "buyer_says")).isEqualTo("没有收到");
    disputes.tickets().becomes("E1", 21);
    assertThat(disputes.of(dispute, "wx_svc_no")).isEqualTo(disputes.tickets().arrived("E1"));
  }

  @Test
  void findsADisputeWhoseEventWasLost() {
    String aftersale = disputes.refused("L1");
    hub.lever("lose?events=1");

    String dispute = disputes.escalated(aftersale);

    disputes.becomes(dispute, 230001);
    assertThat(hub.list("/sandbox/_control/callbacks"))
        .anyMatch(
            push ->
                "complaint_notify".equals(push.get("event"))
                    && "lost on purpose".equals(push.get("outcome"))
                    && ((Map<?, ?>) push.get("body"))
                        .get("complaint_order_id")
                        .toString()
                        .equals(dispute));
  }

  @Test
  void givesTheEvidenceOfTheShopOnceThoughTheAnswerIsLost() {
    String dispute = disputes.asked("A1");
    assertThat(disputes.awaitHold(dispute, "complaint-evidence-due")).contains(dispute);
    int before = hub.calls(UPLOAD);
    hub.lever("fail?operation=" + UPLOAD + "&kind=http&value=502&afterwards=true");

    disputes.answer(dispute, "出库前已检查", "P-1.png,P-2.png");

    disputes.becomes(dispute, 230007);
    await().atMost(SOON).until(() -> hub.held("complaints", dispute).isEmpty());
    assertThat(hub.calls(UPLOAD)).isEqualTo(before + 1);
  }

  @Test
  void keepsEvidenceUntilWeChatAsksForIt() {
    String dispute = disputes.told("W1");
    disputes.answer(dispute, "出库前已检查", "P-1.png");
    disputes.awaitHold(dispute, "complaint-evidence-early");

    hub.lever("complaints/" + dispute + "/ask");

    disputes.becomes(dispute, 230007);
  }

  @ParameterizedTest
  @CsvSource({"1, 13, 商家责任，需退款", "10, 7, 用户责任，无需退款"})
  void bringsTheVerdictToTheShop(int result, int ticket, String words) {
    String no = "V" + result;
    String dispute = disputes.told(no);

    hub.lever("complaints/" + dispute + "/judge?result=" + result);

    disputes.becomes(dispute, 230012);
    assertThat(disputes.of(dispute, "judged")).isEqualTo(words);
    disputes.tickets().becomes(no, ticket);
    assertThat(hub.list("/sandbox/_control/callbacks"))
        .anyMatch(push -> "aftersale_complaint_update_order_state".equals(push.get("event")));
  }

  @ParameterizedTest
  @CsvSource({
    "large.png, larger than 2 MB",
    "page.html, neither jpg nor png",
    "missing.png, HTTP 404"
  })
  void holdsEvidenceWhosePictureWeChatWouldNotTake(String picture, String why) {
    String dispute = disputes.asked("P-" + picture.charAt(0));
    int before = hub.calls(UPLOAD);
    String address = "http://127.0.0.1:" + pictures.getAddress().getPort() + "/" + picture;

    disputes.answer(dispute, "见图", address);

    assertThat(disputes.awaitHold(dispute, "complaint-image")).contains(dispute, address, why);
    assertThat(hub.calls(UPLOAD)).isEqualTo(before);
    disputes.answer(dispute, "见图", "P-1.png");
    disputes.becomes(dispute, 230007);
  }

  @Test
  void asksForTheWordsOfEvidenceThatHasNone() {
    String dispute = disputes.asked("N1");

    disputes.answer(dispute, " ", "P-1.png");

    assertThat(disputes.awaitHold(dispute, "complaint-evidence-due"))
        .contains("Put words and pictures into the ERP");
    assertThat(disputes.atWeChat(dispute)).isEqualTo("230003");
  }
}
