package com.wechaterp.hub.cli;

import com.wechaterp.hub.callback.MessageSignature;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.WeChatAccount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Asks the callback address as WeChat does when its URL is entered in the admin console. */
final class CallbackCheck {

  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final String publicUrl;
  private final Duration limit;

  /**
   * Makes the check.
   *
   * @param publicUrl where WeChat reaches the hub, empty if nobody says
   */
  CallbackCheck(String publicUrl) {
    this(publicUrl, ANSWER);
  }

  /** Makes the check with a limit for the whole answer. */
  CallbackCheck(String publicUrl, Duration limit) {
    this.publicUrl = publicUrl.replaceAll("/+$", "");
    this.limit = limit;
  }

  Finding finding(String name, WeChatAccount account) {
    String check = "callbacks " + name;
    if (account.token().isEmpty()) {
      return Finding.good(
          check,
          "no token is configured: the hub polls instead of listening to events",
          "没有配置 token：中台通过轮询代替接收事件");
    }
    if (!account.token().matches("[A-Za-z0-9]{3,32}")) {
      return Finding.bad(check, Problem.of("cli-callback-token", "account", name));
    }
    if (publicUrl.isEmpty()) {
      return Finding.good(
          check,
          "WeChat must reach this hub at https://<your domain>/callbacks/"
              + name
              + "; give hub.callback.public-url to have it tried",
          "微信需要能访问 https://<你的域名>/callbacks/" + name + "；设置 hub.callback.public-url 后可在此检查");
    }
    return asked(check, publicUrl + "/callbacks/" + name, account.token());
  }

  private Finding asked(String check, String url, String token) {
    String time = String.valueOf(Instant.now().getEpochSecond());
    String word = UUID.randomUUID().toString().replace("-", "");
    String query =
        "?signature=%s&timestamp=%s&nonce=%s&echostr=%s"
            .formatted(MessageSignature.of(token, time, word), time, word, word);
    try {
      HttpResponse<String> answer =
          WholeAnswer.of(HttpRequest.newBuilder(URI.create(url + query)).build(), limit);
      if (answer.statusCode() != 200) {
        return away(check, url, "HTTP " + answer.statusCode());
      }
      return answer.body().equals(word)
          ? Finding.good(check, url + " answers as WeChat needs", url + " 的应答符合微信要求")
          : away(check, url, "echostr ≠ " + start(answer.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return away(check, url, "interrupted");
    } catch (IOException | IllegalArgumentException e) {
      return away(
          check, url, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }
  }

  private static String start(String body) {
    String line = body.replaceAll("\\s+", " ").strip();
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }

  private static Finding away(String check, String url, String reason) {
    return Finding.bad(check, Problem.of("cli-callback-away", "url", url, "reason", reason));
  }
}
