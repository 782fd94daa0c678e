package com.wechaterp.hub.api;

import com.wechaterp.hub.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Counts the calls each key and each account makes through the API, minute by minute, so that one
 * caller cannot use up what WeChat allows the hub. Each node counts for itself.
 */
class CallRates {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final ApiProperties settings;
  private final Clock clock;
  private final Map<String, Integer> counts = new HashMap<>();
  private Instant end = Instant.EPOCH;

  CallRates(ApiProperties settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Counts one call.
   *
   * @throws ApiRefusal if the key or the account has used up its minute
   */
  synchronized void take(String caller, String account) {
    Instant now = clock.instant();
    if (!now.isBefore(end)) {
      counts.clear();
      end = now.plus(WINDOW);
    }
    String key = "key " + caller;
    String of = "account " + account;
    require(key, settings.callsPerKey(), "hub.api.calls-per-key", now);
    require(of, settings.callsPerAccount(), "hub.api.calls-per-account", now);
    counts.merge(key, 1, Integer::sum);
    counts.merge(of, 1, Integer::sum);
  }

  private void require(String counted, int limit, String setting, Instant now) {
    if (limit > 0 && counts.getOrDefault(counted, 0) >= limit) {
      long seconds = Duration.between(now, end).toSeconds() + 1;
      throw new ApiRefusal(
          HttpStatus.TOO_MANY_REQUESTS,
          Problem.of(
              "api-rate", "limit", limit, "who", counted, "setting", setting, "seconds", seconds),
          Map.of(HttpHeaders.RETRY_AFTER, seconds),
          null);
    }
  }
}
