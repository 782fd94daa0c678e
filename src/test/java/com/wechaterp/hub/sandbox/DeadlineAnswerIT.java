package com.wechaterp.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receives the receipt of an order as a merchant, and answers when after-sales end. */
class DeadlineAnswerIT {

  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer merchant;
  private SandboxServer server;
  private SandboxClient client;

  @BeforeEach
  void starts() throws IOException {
    merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String account = "hub.sandbox.accounts." + SandboxServer.APP_ID;
    server =
        SandboxServer.start(
            Map.of(
                account + ".token", "token",
                account + ".message-mode", "plain",
                account + ".callback-url",
                    "http://127.0.0.1:" + merchant.getAddress().getPort() + "/"));
    client = new SandboxClient(server);
  }

  @AfterEach
  void stops() {
    server.close();
    merchant.stop(0);
  }

  @Test
  void settlesWhenTheMerchantsDeadlineHasPassed() {
    answers(
        "{\"after_sale_deadline\":"
            + Instant.now().plus(Duration.ofDays(20)).getEpochSecond()
            + "}");
    receives("late");
    ships("later");

    client.pull("jump?seconds=" + Duration.ofDays(19).toSeconds());
    // Received by itself after ten days, when the order's own seven are long over.
    await().until(() -> status("later") == 100);
    assertThat(client.events()).doesNotContain("open_product_order_settle");
    client.pull("jump?seconds=" + Duration.ofDays(1).toSeconds());

    await().until(() -> client.events().contains("open_product_order_settle"));
  }

  @Test
  void settlesByTheDeadlineThatTheMerchantSetsLater() {
    answers("success");
    Map<String, Object> deadline =
        Buys.of(
            "set", "after_sale_deadline", Instant.now().plus(Duration.ofDays(20)).getEpochSecond());
    ships("set");
    assertThat(client.code("shop/aftersale/update_deadline", deadline)).isEqualTo(100000);
    receives("set");
    receives("own");
    Map<String, Object> tooEarly =
        Buys.of(
            "set", "after_sale_deadline", Instant.now().plus(Duration.ofDays(4)).getEpochSecond());
    assertThat(client.code("shop/aftersale/update_deadline", tooEarly)).isEqualTo(9401020);

    client.ok("shop/aftersale/update_deadline", deadline);

    client.pull("jump?seconds=" + Duration.ofDays(8).toSeconds());
    await().until(() -> settled().equals(List.of("own")));
    client.pull("jump?seconds=" + Duration.ofDays(13).toSeconds());
    await().until(() -> settled().equals(List.of("set", "own")));
  }

  /** Returns the orders that were settled, latest first. */
  private List<String> settled() {
    return client
        .look("callbacks")
        .valueStream()
        .filter(one -> one.path("event").asString().equals("open_product_order_settle"))
        .map(one -> one.path("body").path("out_order_id").asString())
        .toList();
  }

  @Test
  void keepsItsOwnDeadlineWhenTheMerchantOnlySaysSuccess() {
    answers("success");
    receives("own");

    client.pull("jump?seconds=" + Duration.ofDays(7).toSeconds());

    await().until(() -> client.events().contains("open_product_order_settle"));
  }

  @Test
  void pushesXmlWithTheEnvelopeAndTheBodyOfTheEvent() {
    answers("success");
    receives("xml");

    assertThat(received)
        .anySatisfy(
            body ->
                assertThat(body)
                    .contains("<Event><![CDATA[open_product_order_confirm]]></Event>")
                    .containsPattern("<order_info><order_id>\\d+</order_id>")
                    .contains("<out_order_id><![CDATA[xml]]></out_order_id></order_info>"));
  }

  private void answers(String answer) {
    merchant.createContext(
        "/",
        exchange -> {
          received.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    merchant.start();
  }

  private void ships(String id) {
    client.ok("shop/order/add", Buys.order(id));
    client.pull("orders/" + id + "/pay");
    client.ok("shop/delivery/send", Parts.whole(id));
  }

  private int status(String id) {
    return client.ok("shop/order/get", Buys.of(id)).path("order").path("status").asInt();
  }

  private void receives(String id) {
    if (!client.look("orders").toString().contains('"' + id + '"')) {
      ships(id);
    }
    client.pull("orders/" + id + "/receive");
    await().until(() -> client.events().contains("open_product_order_confirm"));
  }
}
