package com.wechaterp.hub.wechat;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /**
   * Returns the name a caller gave, or the usual one if none was given.
   *
   * @throws ProblemException {@code wechat-unknown-account}, before anything is kept under the name
   */
  public String named(@Nullable String name, String usual) {
    String named = name == null ? usual : name;
    require(named);
    return named;
  }

  /** Returns whether every account is played on this machine, as by the sandbox. */
  public boolean allPlayedHere() {
    return accounts.values().stream().allMatch(account -> isHere(account.baseUrl()));
  }

  private static boolean isHere(String url) {
    return uri(url)
        .map(URI::getHost)
        .filter(host -> host.matches("localhost|127\\.[0-9.]+|\\[::1]"))
        .isPresent();
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

  private static Optional<URI> uri(String url) {
    try {
      return Optional.of(URI.create(url));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isHttp(String url) {
    return uri(url).map(URI::getScheme).filter(scheme -> scheme.matches("https?")).isPresent();
  }
}
