package com.wechaterp.hub.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Orders of a mini-program's backend, which asks again until it has the answer. */
record ApiOrderTraffic(World world, Map<String, String> answers) implements Traffic {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  ApiOrderTraffic(World world) {
    this(world, new ConcurrentHashMap<>());
  }

  @Override
  public String flow() {
    return "API order";
  }

  @Override
  public String letters() {
    return "AP";
  }

  /** Asks once; the caller tries again. A refusal is final, as a backend would take it. */
  @Override
  public void begin(String id, int number) throws IOException, InterruptedException {
    HttpResponse<String> answer = post(id);
    int status = answer.statusCode();
    if (status == 202 || status >= 500 || status == 404) {
      throw new IOException(id + ": " + status + " " + answer.body());
    }
    answers.put(
        id,
        status == 200
            ? JSON.readTree(answer.body()).path("order_id").asString("")
            : "refused: " + answer.body());
  }

  private HttpResponse<String> post(String id) throws IOException, InterruptedException {
    String body =
        """
        {"out_order_id": "%s", "openid": "%s", "fund_type": 1, "path": "pages/order",
         "order_price": 1990, "delivery_type": 4, "product_infos": [{"out_product_id": "%s",
         "out_sku_id": "%s-1", "product_cnt": 1, "sale_price": 1990, "path": "pages/goods",
         "title": "bowl", "head_img": "%sbowl.png"}]}"""
            .formatted(id, Shop.buyer(id), Shop.SOLD, Shop.SOLD, world.weChat().pictures());
    return HTTP.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + world.stage().door().port() + "/api/v1/orders"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public Fate fate(Seen seen, String id, int number) {
    String answer = answers.getOrDefault(id, "");
    return Fate.of(
        seen.effects("shop/order/add", id),
        seen.orderStatus(id) == 10
            && answer.equals(seen.order(id).path("order_id").asString("none")));
  }
}
