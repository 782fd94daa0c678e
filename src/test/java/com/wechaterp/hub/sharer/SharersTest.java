package com.wechaterp.hub.sharer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.inbox.EventPeople;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.wechat.Pages;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.work.PersonKey;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SharersTest {

  private final Map<String, Map<String, ?>> written = new HashMap<>();
  private final Erp erp = mock(Erp.class);
  private final WorkList work = mock(WorkList.class);
  private final WeChat wechat = SharersTest::answer;
  private final HikariDataSource database = HubDatabase.h2();
  private final EventPeople events = mock(EventPeople.class);
  private final SharerKeys keys = new SharerKeys(JdbcClient.create(database), events);
  private final Sharers sharers =
      new Sharers(wechat, new Pages(wechat), erp, work, keys, Set.of("main"));

  @BeforeEach
  void keepsBooks() {
    when(erp.has(anyString())).thenReturn(true);
    when(erp.write(anyString(), any()))
        .thenAnswer(
            call -> {
              written.put(call.getArgument(0), call.getArgument(1));
              return 1;
            });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Map<String, Object> answer(String account, String operation, Map<String, ?> body) {
    return switch (operation) {
      case "shop/sharer/get_sharer_list" ->
          Map.of("sharers", List.of(Map.of("openid", "s1")), "total_num", 1);
      case "shop/sharer/search_sharer" ->
          Map.of("nickname", "小分", "bind_status", "3", "bind_time", "1625451250");
      case "shop/sharer/get_sharer_data_summary" ->
          Map.of("gmv", 9900, "order_cnt", "3", "user_cnt", 2);
      case "shop/sharer/get_sharer_live_summary_list" ->
          Map.of(
              "lives",
              List.of(Map.of("live_export_id", "L1", "gmv", 100, "order_cnt", 1)),
              "total_num",
              1);
      case "shop/sharer/get_sharer_live_order_list" ->
          Map.of(
              "orders",
              List.of(
                  Map.of(
                      "out_order_id",
                      "1001",
                      "status",
                      20,
                      "order_detail",
                      Map.of("price_info", Map.of("order_price", 100)))),
              "total_num",
              1);
      case "shop/promoter/list" ->
          Map.of("promoters", List.of(Map.of("promoter_id", "p1")), "total_num", 1);
      default -> throw new IllegalArgumentException(operation);
    };
  }

  @Test
  void bringsASharerWithTotalsLivesAndOrdersToTheErp() {
    keys.keep("main", List.of("s1"));

    sharers.read("main", PersonKey.of("s1"));

    assertThat(written.get("sharer").get("openid")).isEqualTo("s1");
    assertThat(written.get("sharer").get("gmv")).isEqualTo(9900L);
    assertThat(written.get("sharer").get("order_cnt")).isEqualTo(3L);
    assertThat(written.get("sharer").get("bind_status_name")).isEqualTo("绑定成功");
    assertThat(written.get("sharer").get("bind_time")).isEqualTo(Instant.ofEpochSecond(1625451250));
    assertThat(written.get("sharer-live").get("live_export_id")).isEqualTo("L1");
    assertThat(written.get("sharer-order").get("order_price")).isEqualTo(100L);
  }

  @Test
  void looksAtAllBoundSharersWithoutAnEvent() {
    sharers.find();

    verify(work)
        .markAll(eq("sharers"), eq("main"), eq(List.of(PersonKey.of("s1"))), eq(50), anyString());
  }

  @Test
  void marksNobodyByTheirOpenidAndFindsThemAgain() {
    sharers.find();

    assertThat(PersonKey.of("s1")).doesNotContain("s1");
    assertThat(keys.openid("main", PersonKey.of("s1"))).contains("s1");
    assertThat(keys.openid("other", PersonKey.of("s1"))).isEmpty();
  }

  @Test
  void readsASharerOnlyAnEventHasToldOfAndKeepsThem() {
    String key = PersonKey.of("s2");
    when(events.openid("main", "sharers", key)).thenReturn(Optional.of("s2"), Optional.empty());

    sharers.read("main", key);
    sharers.read("main", key);

    assertThat(written.get("sharer").get("openid")).isEqualTo("s2");
  }

  @Test
  void readsASharerWhoWasMarkedByTheirOpenidBefore() {
    sharers.read("main", "s3");

    assertThat(written.get("sharer").get("openid")).isEqualTo("s3");
  }

  @Test
  void holdsAKeyThatNobodyCanTell() {
    String key = PersonKey.of("s4");
    when(events.openid("main", "sharers", key)).thenReturn(Optional.empty());

    assertThatThrownBy(() -> sharers.read("main", key))
        .isInstanceOfSatisfying(
            HoldException.class,
            held -> assertThat(held.hold().reason().code()).isEqualTo("sharer-unknown"));
  }

  @Test
  void bringsPromotersToTheErp() {
    new Promoters(new Pages(wechat), erp, Set.of("main")).read();

    assertThat(written.get("promoter").get("promoter_id")).isEqualTo("p1");
  }
}
