package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Compares this server's clock with WeChat's, by the date every HTTP answer carries. */
final class ClockCheck {

  private static final String CHECK = "clock";
  private static final long MOST_SECONDS = 30;
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private ClockCheck() {}

  static Finding finding(String url) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url)).method("HEAD", BodyPublishers.noBody()).build();
      String date = WholeAnswer.of(request, ANSWER).headers().firstValue("Date").orElse("");
      Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return compared(url, Duration.between(there, Instant.now()).toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown(url, e);
    } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
      return unknown(url, e);
    }
  }

  private static Finding compared(String url, long seconds) {
    if (Math.abs(seconds) > MOST_SECONDS) {
      return Finding.bad(CHECK, Problem.of("cli-clock", "url", url, "seconds", seconds));
    }
    return Finding.good(
        CHECK, "agrees with " + url + " within " + MOST_SECONDS + " s", "与 " + url + " 一致");
  }

  private static Finding unknown(String url, Exception e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return Finding.bad(CHECK, Problem.of("cli-clock-unknown", "url", url, "reason", reason));
  }
}
