package com.wechaterp.hub.wechat;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.contract.Operation;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of all accounts: one holder, fetched once however many ask
 * (getStableAccessToken).
 */
class AccessTokens {

  private static final Duration EARLY = Duration.ofMinutes(5);
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final long USUAL_LIFE = 7200;
  private static final Pattern IN_ADDRESS = Pattern.compile("access_token=[^&\\s\"'<>]*");

  private final WeChatAccounts accounts;
  private final WeChatTransport transport;
  private final WeChatErrors errors;
  private final RefreshBudget budget;
  private final Clock clock;
  private final Operation stableToken = WeChatContract.load().require("cgi-bin/stable_token");
  private final Map<String, Holder> holders = new ConcurrentHashMap<>();

  AccessTokens(
      WeChatAccounts accounts,
      WeChatTransport transport,
      WeChatErrors errors,
      RefreshBudget budget,
      Clock clock) {
    this.accounts = accounts;
    this.transport = transport;
    this.errors = errors;
    this.budget = budget;
    this.clock = clock;
  }

  /** Returns a usable token, fetching one if there is none. */
  String token(String account) {
    return holder(account).current(null);
  }

  /** Returns another token than the one WeChat has just rejected. */
  String tokenInsteadOf(String account, String rejected) {
    return holder(account).current(rejected);
  }

  /** Returns a text without the tokens of the addresses in it. */
  static String masked(String text) {
    return IN_ADDRESS.matcher(text).replaceAll("access_token=…");
  }

  private Holder holder(String account) {
    return holders.computeIfAbsent(account, Holder::new);
  }

  /**
   * One account's token, fetched by one caller for all. Those who wait share what becomes of the
   * fetch, its failure too: one after the other they would wait for each other's deadlines.
   */
  private final class Holder {

    private final String account;
    private @Nullable String token;
    private Instant renewAt = Instant.MIN;
    private @Nullable CompletableFuture<String> flight;

    Holder(String account) {
      this.account = account;
    }

    String current(@Nullable String rejected) {
      while (true) {
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> others;
        synchronized (this) {
          String held = token;
          if (held != null && !held.equals(rejected) && clock.instant().isBefore(renewAt)) {
            return held;
          }
          others = flight;
          if (others == null) {
            flight = mine;
          }
        }
        if (others == null) {
          return fly(mine, rejected);
        }
        landed(others);
      }
    }

    private String fly(CompletableFuture<String> mine, @Nullable String rejected) {
      try {
        String fetched = fetch(false);
        // The stable endpoint answers the same token while it believes it valid.
        String usable = fetched.equals(rejected) && budget.take(account) ? fetch(true) : fetched;
        land(() -> mine.complete(usable));
        return usable;
      } catch (RuntimeException | Error e) {
        land(() -> mine.completeExceptionally(e));
        throw e;
      }
    }

    private void land(Runnable end) {
      synchronized (this) {
        flight = null;
      }
      end.run();
    }

    private static void landed(CompletableFuture<String> flight) {
      try {
        flight.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw e;
      }
    }

    private String fetch(boolean force) {
      WeChatAccount settings = accounts.require(account);
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("grant_type", "client_credential");
      body.put("appid", settings.appId());
      body.put("secret", settings.appSecret());
      body.put("force_refresh", force);
      Map<String, Object> answer = transport.send(settings, stableToken, null, body);
      Object fetched = answer.get("access_token");
      if (WeChatErrors.errcode(answer) != 0) {
        throw refused(answer);
      }
      if (!(fetched instanceof String text) || text.isBlank()) {
        throw Outage.noToken(stableToken.id());
      }
      Duration life = Duration.ofSeconds(seconds(answer.get("expires_in")));
      Duration usable =
          life.compareTo(EARLY.multipliedBy(2)) > 0 ? life.minus(EARLY) : life.dividedBy(2);
      synchronized (this) {
        renewAt = clock.instant().plus(usable.compareTo(SHORTEST) < 0 ? SHORTEST : usable);
        token = text;
      }
      return text;
    }

    private static long seconds(@Nullable Object expiresIn) {
      String text = String.valueOf(expiresIn);
      return text.matches("\\d{1,9}") ? Long.parseLong(text) : USUAL_LIFE;
    }

    /**
     * On the token endpoint the token codes mean a wrong secret (WeChat docs, error codes [错误码],
     * 40001).
     */
    private WeChatException refused(Map<String, Object> answer) {
      WeChatException error = errors.exception(account, stableToken.id(), answer);
      if (error.category() != ErrorCategory.TOKEN && error.category() != ErrorCategory.CONFIG) {
        return error;
      }
      Problem problem =
          Problem.of(
              "wechat-credentials",
              "account",
              account,
              "errcode",
              error.errcode(),
              "errmsg",
              error.problem().facts().getOrDefault("errmsg", ""),
              "meaningEn",
              error.problem().facts().getOrDefault("meaningEn", ""),
              "meaningZh",
              error.problem().facts().getOrDefault("meaningZh", ""));
      return new WeChatException(
          problem, ErrorCategory.CONFIG, stableToken.id(), error.errcode(), false, null);
    }
  }
}
