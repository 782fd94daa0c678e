package com.wechaterp.hub.courier;

import com.wechaterp.hub.store.UtcTimes;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The couriers of an account: WeChat's list, kept in the hub's database and asked for once a day,
 * or earlier when it lacks a courier; and the admin's aliases as they are now.
 */
public class Couriers {

  private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
  private static final String OPERATION = "shop/delivery/get_company_list";
  private static final Duration KEPT = Duration.ofDays(1);

  /** A courier that WeChat does not have is not asked for with every order. */
  private static final Duration ASKED_APART = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final WeChat wechat;
  private final CourierAliases aliases;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, Kept> lists = new ConcurrentHashMap<>();

  Couriers(JdbcClient jdbc, WeChat wechat, CourierAliases aliases, Clock clock) {
    this.jdbc = jdbc;
    this.wechat = wechat;
    this.aliases = aliases;
    this.clock = clock;
  }

  private record Kept(List<Courier> couriers, Instant since) {}

  /**
   * Returns the couriers, asked for anew if they lack one of those wanted.
   *
   * @param wanted the couriers as the ERP writes them
   * @throws WeChatException if the list must be asked for, cannot be had, and was never had
   */
  public CourierList of(String account, Collection<String> wanted) {
    Map<String, String> names = aliases.current();
    Kept kept = kept(account, KEPT);
    CourierList list = new CourierList(kept.couriers(), names);
    boolean lacks = wanted.stream().anyMatch(each -> list.find(each).isEmpty());
    return lacks ? new CourierList(kept(account, ASKED_APART).couriers(), names) : list;
  }

  /**
   * Returns the couriers, with those of the admin's file beside WeChat's: what ships outside the
   * component may be refused the component's list.
   */
  public CourierList orAliases(String account, Collection<String> wanted) {
    Map<String, String> names = aliases.current();
    Map<String, Courier> all = new LinkedHashMap<>();
    try {
      of(account, wanted).couriers().forEach(courier -> all.put(courier.id(), courier));
    } catch (WeChatException e) {
      if (e.category() != ErrorCategory.PERMANENT && e.category() != ErrorCategory.CONFIG) {
        throw e;
      }
    }
    names.forEach((name, id) -> all.putIfAbsent(id, new Courier(id, name)));
    return new CourierList(List.copyOf(all.values()), names);
  }

  private Kept kept(String account, Duration at) {
    Kept known = lists.get(account);
    if (known == null || !fresh(known, at)) {
      // Another node may have asked meanwhile.
      Optional<Kept> stored = stored(account);
      known = stored.filter(each -> fresh(each, at)).orElseGet(() -> fetch(account, at, stored));
      lists.put(account, known);
    }
    return known;
  }

  private boolean fresh(Kept kept, Duration at) {
    return kept.since().plus(at).isAfter(clock.instant());
  }

  private synchronized Kept fetch(String account, Duration at, Optional<Kept> old) {
    Kept meanwhile = lists.get(account);
    if (meanwhile != null && fresh(meanwhile, at)) {
      return meanwhile;
    }
    try {
      Map<String, Object> answer = wechat.call(account, OPERATION, Map.of());
      Kept fetched = new Kept(read(answer), clock.instant());
      store(account, json.writeValueAsString(answer), fetched.since());
      return fetched;
    } catch (WeChatException e) {
      LOG.warn("{}", e.getMessage());
      // Couriers change rarely: what was known yesterday is better than nothing.
      return new Kept(old.orElseThrow(() -> e).couriers(), clock.instant());
    }
  }

  private Optional<Kept> stored(String account) {
    return jdbc.sql("SELECT body, fetched_at FROM courier_list WHERE account = ?")
        .param(account)
        .query(
            (row, index) ->
                new Kept(
                    read(json.readValue(row.getString(1), Map.class)),
                    UtcTimes.instant(row.getObject(2, LocalDateTime.class))))
        .optional();
  }

  private static List<Courier> read(Map<?, ?> answer) {
    return new Answer(answer)
        .objects("company_list").stream()
            .map(each -> new Courier(each.text("delivery_id"), each.text("delivery_name")))
            .toList();
  }

  private void store(String account, String body, Instant at) {
    jdbc.sql(
            "INSERT INTO courier_list (account, body, fetched_at) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE body = VALUES(body), fetched_at = VALUES(fetched_at)")
        .params(account, body, UtcTimes.utc(at))
        .update();
  }
}
