package com.wechaterp.hub.category;

import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Categories and brands by account. The whole tree is kept in the hub's database, since WeChat
 * wants to be asked for it once a day only; what is open to an account is asked for now and then.
 */
public class Categories {

  private static final Duration TREE_KEPT = Duration.ofDays(1);
  private static final Duration LISTS_KEPT = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final WeChat wechat;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, Kept<CategoryTree>> trees = new ConcurrentHashMap<>();
  private final Map<String, Kept<Set<String>>> lists = new ConcurrentHashMap<>();

  Categories(JdbcClient jdbc, WeChat wechat, Clock clock) {
    this.jdbc = jdbc;
    this.wechat = wechat;
    this.clock = clock;
  }

  private record Kept<T>(T value, Instant since) {}

  /**
   * Returns WeChat's category tree, asking WeChat at most once a day.
   *
   * @throws com.wechaterp.hub.wechat.WeChatException if it must be asked for and cannot be had
   */
  public CategoryTree tree(String account) {
    return kept(account)
        .filter(tree -> fresh(tree, TREE_KEPT))
        .orElseGet(() -> fetch(account))
        .value();
  }

  /** Returns the tree the hub has, however old, without asking WeChat. */
  public Optional<CategoryTree> treeAtHand(String account) {
    return kept(account).map(Kept::value);
  }

  /** Returns the third-level categories open to the account that need a qualification or none. */
  public Set<String> opened(String account) {
    return list(account, "shop/account/get_category_list", each -> each.text("third_cat_id"));
  }

  /** Returns the brands granted to the account. */
  public Set<String> brands(String account) {
    return list(account, "shop/account/get_brand_list", each -> each.text("brand_id"));
  }

  /** Has {@link #opened} and {@link #brands} asked for again, as after an audit. */
  public void forget(String account) {
    lists.keySet().removeIf(key -> key.startsWith(account + "|"));
  }

  private Set<String> list(String account, String operation, Function<Answer, String> id) {
    return lists
        .compute(
            account + "|" + operation,
            (key, known) ->
                known != null && fresh(known, LISTS_KEPT)
                    ? known
                    : new Kept<>(
                        new Answer(wechat.call(account, operation, Map.of()))
                            .objects("data").stream().map(id).collect(Collectors.toSet()),
                        clock.instant()))
        .value();
  }

  private boolean fresh(Kept<?> kept, Duration at) {
    return kept.since().plus(at).isAfter(clock.instant());
  }

  private Optional<Kept<CategoryTree>> kept(String account) {
    Kept<CategoryTree> known = trees.get(account);
    if (known == null || !fresh(known, TREE_KEPT)) {
      // Another node may have asked meanwhile.
      known = stored(account).orElse(known);
      if (known != null) {
        trees.put(account, known);
      }
    }
    return Optional.ofNullable(known);
  }

  private Optional<Kept<CategoryTree>> stored(String account) {
    return jdbc.sql("SELECT body, fetched_at FROM category_tree WHERE account = ?")
        .param(account)
        .query(
            (row, index) ->
                new Kept<>(
                    CategoryTree.of(new Answer(json.readValue(row.getString(1), Map.class))),
                    row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
        .optional();
  }

  private synchronized Kept<CategoryTree> fetch(String account) {
    Optional<Kept<CategoryTree>> meanwhile = kept(account).filter(tree -> fresh(tree, TREE_KEPT));
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    Map<String, Object> answer = wechat.call(account, "shop/cat/get", Map.of());
    Kept<CategoryTree> fetched = new Kept<>(CategoryTree.of(new Answer(answer)), clock.instant());
    store(account, json.writeValueAsString(answer), fetched.since());
    trees.put(account, fetched);
    return fetched;
  }

  private void store(String account, String body, Instant at) {
    LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    int changed =
        jdbc.sql("UPDATE category_tree SET body = ?, fetched_at = ? WHERE account = ?")
            .params(body, utc, account)
            .update();
    if (changed == 0) {
      try {
        jdbc.sql("INSERT INTO category_tree (account, body, fetched_at) VALUES (?, ?, ?)")
            .params(account, body, utc)
            .update();
      } catch (DuplicateKeyException anotherNodeWasFaster) {
        // Its answer is as good as ours.
        return;
      }
    }
  }
}
