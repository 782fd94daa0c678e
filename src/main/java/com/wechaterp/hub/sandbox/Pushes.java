package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.callback.MessageCipher;
import com.wechaterp.hub.callback.MessageSignature;
import com.wechaterp.hub.store.HubThreads;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Pushes signed events to the hub as WeChat does: within five seconds, three attempts (消息推送). */
class Pushes implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int ATTEMPTS = 3;
  private static final int REMEMBERED = 200;

  /** Built at the first use: a client's TLS is not worth a quarter of a second of each start. */
  private static final class Lazy {
    static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  }

  private final ExecutorService sender = HubThreads.fixed("sandbox-push", 2);
  private final Deque<Map<String, Object>> log = new ArrayDeque<>();
  private final AnswerCheck check;
  private volatile int lose;

  Pushes(AnswerCheck check) {
    this.check = check;
  }

  /** Loses the next events instead of sending them. */
  void lose(int count) {
    lose = count;
  }

  /** One event on its way. */
  private record Push(
      Shop shop,
      String event,
      Map<String, Object> shown,
      Map<String, Object> message,
      Consumer<String> answered) {}

  /** Pushes one event whose body is one element; returns at once. */
  void push(Shop shop, String event, String element, Map<String, Object> body) {
    push(shop, event, body, Fields.of(element, body), answer -> {});
  }

  /**
   * Pushes one event whose body is one element; returns at once.
   *
   * @param answered receives the text of the answer once the event was taken
   */
  void push(
      Shop shop,
      String event,
      String element,
      Map<String, Object> body,
      Consumer<String> answered) {
    push(shop, event, body, Fields.of(element, body), answered);
  }

  /**
   * Pushes one event whose fields stand beside those of the envelope; returns at once.
   *
   * @param answered receives the text of the answer once the event was taken
   */
  void push(Shop shop, String event, Map<String, Object> fields, Consumer<String> answered) {
    push(shop, event, fields, fields, answered);
  }

  /**
   * Pushes one event whose fields stand beside those of the envelope, and waits for the answer.
   *
   * @return the text of the answer, empty if the event was not taken
   */
  String ask(Shop shop, String event, Map<String, Object> fields) {
    AtomicReference<String> answer = new AtomicReference<>("");
    push(shop, event, fields, fields, answer::set, this::send);
    return Objects.requireNonNull(answer.get());
  }

  private void push(
      Shop shop,
      String event,
      Map<String, Object> shown,
      Map<String, Object> fields,
      Consumer<String> answered) {
    push(shop, event, shown, fields, answered, push -> sender.execute(() -> send(push)));
  }

  private void push(
      Shop shop,
      String event,
      Map<String, Object> shown,
      Map<String, Object> fields,
      Consumer<String> answered,
      Consumer<Push> way) {
    Map<String, Object> message =
        Fields.of(
            "ToUserName",
            "gh_" + shop.appId().substring(Math.max(0, shop.appId().length() - 12)),
            "FromUserName",
            "oWeChatTeam",
            "CreateTime",
            shop.clock().now().getEpochSecond(),
            "MsgType",
            "event",
            "Event",
            event);
    message.putAll(fields);
    check.check(event, message);
    if (shop.settings().callbackUrl().isEmpty()) {
      remember(event, shown, "there is no callback-url", 0);
      return;
    }
    if (lose > 0) {
      lose--;
      remember(event, shown, "lost on purpose", 0);
      return;
    }
    way.accept(new Push(shop, event, shown, message, answered));
  }

  private void send(Push push) {
    SandboxProperties.Account settings = push.shop.settings();
    PushBody written = new PushBody(settings.format());
    String plain = written.write(push.message);
    // The true time, however far the sandbox's clock was moved: a receiver may refuse stale ones.
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    String nonce = UUID.randomUUID().toString().substring(0, 8);
    String query =
        "?signature="
            + MessageSignature.of(settings.token(), timestamp, nonce)
            + "&timestamp="
            + timestamp
            + "&nonce="
            + nonce
            + "&openid=oWeChatTeam";
    String sent = plain;
    if (!settings.messageMode().equals("plain")) {
      String encrypted =
          new MessageCipher(settings.encodingAesKey(), push.shop.appId()).encrypt(plain);
      query +=
          "&encrypt_type=aes&msg_signature="
              + MessageSignature.of(settings.token(), timestamp, nonce, encrypted);
      Map<String, Object> envelope =
          settings.messageMode().equals("compatible")
              ? Fields.copy(push.message)
              : Fields.of("ToUserName", push.message.get("ToUserName"));
      envelope.put("Encrypt", encrypted);
      sent = written.write(envelope);
    }
    deliver(
        push,
        HttpRequest.newBuilder(URI.create(settings.callbackUrl() + query))
            .timeout(PATIENCE)
            .header("Content-Type", written.contentType())
            .POST(HttpRequest.BodyPublishers.ofString(sent))
            .build());
  }

  private void deliver(Push push, HttpRequest post) {
    String outcome = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        HttpResponse<String> answer = Lazy.HTTP.send(post, HttpResponse.BodyHandlers.ofString());
        outcome = answer.statusCode() + " " + answer.body();
        if (answer.statusCode() == 200) {
          push.answered.accept(answer.body());
          remember(push.event, push.shown, outcome, attempt);
          return;
        }
      } catch (IOException e) {
        outcome = e.getClass().getSimpleName();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    remember(push.event, push.shown, outcome, ATTEMPTS);
  }

  private synchronized void remember(
      String event, Map<String, Object> body, String outcome, int attempts) {
    log.addFirst(Fields.of("event", event, "body", body, "attempts", attempts, "outcome", outcome));
    if (log.size() > REMEMBERED) {
      log.removeLast();
    }
  }

  /** Returns the latest pushes and what became of them. */
  synchronized List<Map<String, Object>> log() {
    return List.copyOf(log);
  }

  /** Forgets the events pushed, and sends the next ones. */
  synchronized void clear() {
    log.clear();
    lose = 0;
  }

  @Override
  public void close() {
    sender.shutdownNow();
  }
}
