package com.wechaterp.hub.faults;

import com.wechaterp.hub.callback.MessageCipher;
import com.wechaterp.hub.callback.MessageSignature;
import com.wechaterp.hub.sandbox.SandboxServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Events pushed until they are taken: coupons claimed, which the ERP gives once each, and receipts,
 * which nothing but the event tells of.
 */
record CallbackTraffic(World world, Shop shop) implements Traffic {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final MessageCipher CIPHER =
      new MessageCipher(PlayedWeChat.AES_KEY, SandboxServer.APP_ID);
  private static final String ITEM = Shop.SOLD + "-1";

  @Override
  public String flow() {
    return "callback";
  }

  @Override
  public String letters() {
    return "CB";
  }

  private static boolean isClaim(int number) {
    return number % 2 == 0;
  }

  /** Each claim has a coupon of its own, so that one given twice shows. */
  private static String coupon(String id) {
    return "C" + id;
  }

  @Override
  public void prepare(String id, int number) {
    if (isClaim(number)) {
      shop.coupon(coupon(id), Shop.STOCK);
    } else {
      shop.order(id, ITEM, true, true);
    }
  }

  @Override
  public boolean isReady(Seen seen, String id, int number) {
    if (!isClaim(number)
        && seen.told(id).equals("20")
        && seen.rows("dlv_note", "so_no", id).isEmpty()) {
      shop.ship(id, ITEM, "SF" + id);
    }
    return isClaim(number) || seen.told(id).equals("30");
  }

  @Override
  public void begin(String id, int number) throws IOException, InterruptedException {
    if (isClaim(number)) {
      claim(coupon(id), id);
      return;
    }
    if (Seen.at(world).orderStatus(id) == 30) {
      world.weChat().lever("orders/" + id + "/receive");
    }
    push(
        "open_product_order_confirm",
        id,
        "<order_info><out_order_id>" + id + "</out_order_id></order_info>");
  }

  void claim(String coupon, String request) throws IOException, InterruptedException {
    push(
        "open_product_receive_coupon",
        request,
        "<out_coupon_id>%s</out_coupon_id><request_id>%s</request_id>".formatted(coupon, request));
  }

  private void push(String event, String id, String fields)
      throws IOException, InterruptedException {
    String time = String.valueOf(System.currentTimeMillis() / 1000);
    String encrypted =
        CIPHER.encrypt(
            "<xml><ToUserName>gh_faults</ToUserName><FromUserName>%s</FromUserName><CreateTime>%s</CreateTime><MsgType>event</MsgType><Event>%s</Event>%s</xml>"
                .formatted(Shop.buyer(id), time, event, fields));
    String query =
        "?timestamp=%s&nonce=n&encrypt_type=aes&msg_signature=%s"
            .formatted(time, MessageSignature.of(PlayedWeChat.TOKEN, time, "n", encrypted));
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:"
                            + world.stage().door().port()
                            + "/callbacks/main"
                            + query))
                .timeout(Duration.ofSeconds(5))
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "<xml><Encrypt>" + encrypted + "</Encrypt></xml>"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(id + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  @Override
  public Fate fate(Seen seen, String id, int number) {
    if (!isClaim(number)) {
      return Fate.of(
          1, seen.told(id).equals("100") && seen.value("so_head", "so_no", id, "st").equals("F"));
    }
    int given = seen.rows("ticket_user", "ticket_no", coupon(id)).size();
    int left = Integer.parseInt(seen.value("ticket", "ticket_no", coupon(id), "left_qty"));
    return Fate.of(Math.max(given, Shop.STOCK - left), given == 1 && left == Shop.STOCK - 1);
  }
}
