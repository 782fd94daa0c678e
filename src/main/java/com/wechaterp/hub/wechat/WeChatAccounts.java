package com.wechaterp.hub.wechat;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The configured accounts, by the name the hub gives them. */
public final class WeChatAccounts {

  private static final int AES_KEY_LENGTH = 43;

  private final Map<String, WeChatAccount> accounts;

  public WeChatAccounts(Map<String, WeChatAccount> accounts) {
    this.accounts = Map.copyOf(accounts);
  }

  /** Returns the names of all accounts. */
  public Set<String> names() {
    return accounts.keySet();
  }

  /**
   * Returns the account of a name.
   *
   * @throws ProblemException {@code wechat-unknown-account}
   */
  public WeChatAccount require(String name) {
    WeChatAccount account = accounts.get(name);
    if (account == null) {
      throw new ProblemException(
          Problem.of(
              "wechat-unknown-account",
              "account",
              name,
              "known",
              String.join(", ", accounts.keySet()),
              "nearest",
              String.join(", ", Nearest.of(name, accounts.keySet()))));
    }
    return account;
  }

  /** Returns whether every account is played on this machine, as by the sandbox. */
  public boolean allPlayedHere() {
    return accounts.values().stream().allMatch(account -> isHere(account.baseUrl()));
  }

  private static boolean isHere(String url) {
    try {
      String host = URI.create(url).getHost();
      return host != null && host.matches("localhost|127\\.[0-9.]+|\\[::1]");
    } catch (IllegalArgumentException e) {
      // A URL that is none leads nowhere; it is reported with the other settings.
      return false;
    }
  }

  /** Returns what is wrong with the settings of all accounts, each naming its key. */
  public List<Problem> problems() {
    return names().stream().sorted().flatMap(name -> problems(name).stream()).toList();
  }

  /** Returns what is wrong with the settings of one account, each naming its key. */
  public List<Problem> problems(String name) {
    WeChatAccount account = require(name);
    List<Problem> problems = new ArrayList<>();
    String key = "hub.wechat.accounts." + name;
    if (account.appId().isBlank()) {
      problems.add(Problem.of("wechat-setting-missing", "setting", key + ".app-id"));
    }
    if (account.appSecret().isBlank()) {
      problems.add(Problem.of("wechat-setting-missing", "setting", key + ".app-secret"));
    }
    int aes = account.encodingAesKey().length();
    if (aes != 0 && aes != AES_KEY_LENGTH) {
      problems.add(
          Problem.of("wechat-aes-key-length", "setting", key + ".encoding-aes-key", "length", aes));
    }
    if (!isHttp(account.baseUrl())) {
      problems.add(
          Problem.of("wechat-base-url", "setting", key + ".base-url", "found", account.baseUrl()));
    }
    return problems;
  }

  private static boolean isHttp(String url) {
    try {
      String scheme = URI.create(url).getScheme();
      return "http".equals(scheme) || "https".equals(scheme);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
