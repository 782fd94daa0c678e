package com.wechaterp.hub.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.wechaterp.hub.sandbox.SandboxServer;
import com.wechaterp.hub.testing.HubProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/**
 * WeChat as the hub sees it: the sandbox behind a line on which answers can be late, wrong or lost,
 * and which remembers what took effect. It outlives every hub.
 */
final class PlayedWeChat implements AutoCloseable {

  static final String TOKEN = "faultstoken";
  static final String AES_KEY = "faultsfaultsfaultsfaultsfaultsfaultsfaults0";

  /** A picture of one pixel, for all goods. */
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final Effects effects = new Effects();
  private final HttpServer line;
  private final SandboxServer sandbox;
  private volatile WeChatFault fault = WeChatFault.NONE;

  /**
   * Starts it.
   *
   * @param hubs the port where whoever calls the hub calls it
   */
  PlayedWeChat(int hubs) throws IOException {
    String account = "hub.sandbox.accounts." + SandboxServer.APP_ID + ".";
    Map<String, String> settings = new HashMap<>();
    settings.put(account + "token", TOKEN);
    settings.put(account + "encoding-aes-key", AES_KEY);
    settings.put(account + "callback-url", "http://127.0.0.1:" + hubs + "/callbacks/main");
    settings.put("hub.sandbox.audit-delay", "1s");
    settings.put("hub.sandbox.per-hour", "100000");
    settings.put("hub.sandbox.per-day", "100000");
    settings.put("hub.sandbox.aftersales.refund-delay", "1s");
    sandbox = SandboxServer.start(settings);
    line = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    line.setExecutor(workers);
    line.createContext("/sandbox/", this::call);
    line.createContext("/pictures/", PlayedWeChat::picture);
    line.start();
  }

  private void call(HttpExchange exchange) throws IOException {
    try {
      fault.meet(new WeChatCall(exchange, sandbox.url(), effects));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static void picture(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "image/png");
    exchange.sendResponseHeaders(200, PICTURE.length);
    exchange.getResponseBody().write(PICTURE);
    exchange.close();
  }

  /** Returns what the hub's account configures as its base URL. */
  String baseUrl() {
    return here() + "/sandbox";
  }

  /** Returns where the pictures of the goods are. */
  String pictures() {
    return here() + "/pictures/";
  }

  private String here() {
    return "http://127.0.0.1:" + line.getAddress().getPort();
  }

  void becomes(WeChatFault next) {
    fault = next;
  }

  Effects effects() {
    return effects;
  }

  /** Returns what a lever shows, such as {@code orders}. */
  JsonNode shown(String lever) throws IOException, InterruptedException {
    return HubProcess.get(sandbox.uri("/_control/" + lever));
  }

  /** Pulls a lever, such as {@code orders/K1/pay}. */
  void lever(String lever) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.uri("/_control/" + lever))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(lever + ": " + answer.body());
    }
  }

  /** Forgets everything of an earlier run. */
  void reset() throws IOException, InterruptedException {
    fault = WeChatFault.NONE;
    lever("reset");
    effects.clear();
  }

  @Override
  public void close() {
    line.stop(0);
    workers.shutdownNow();
    sandbox.close();
  }
}
