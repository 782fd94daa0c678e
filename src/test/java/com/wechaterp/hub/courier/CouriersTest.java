package com.wechaterp.hub.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.MovableClock;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CouriersTest {

  private final HikariDataSource database = HubDatabase.h2();
  private final MovableClock clock = new MovableClock();
  private List<Map<String, Object>> list =
      List.of(Map.of("delivery_id", "SF", "delivery_name", "顺丰速运"));
  private int asked;
  private boolean away;
  private final WeChat wechat = (account, operation, body) -> answer(operation);

  @AfterEach
  void close() {
    database.close();
  }

  private Map<String, Object> answer(String operation) {
    assertThat(operation).isEqualTo("shop/delivery/get_company_list");
    asked++;
    if (away) {
      throw new WeChatException(
          Problem.of("wechat-unreachable", "operation", operation, "error", "away"),
          ErrorCategory.OUTAGE,
          operation,
          0,
          false,
          null);
    }
    return Map.of("company_list", list);
  }

  /** Each is a node of its own: nothing is remembered but what the database has. */
  private Couriers node() {
    return CouriersOf.database(database, wechat, clock);
  }

  @Test
  void asksOnceADayWhateverTheNumberOfNodes() {
    Couriers first = node();
    assertThat(first.of("main", List.of("顺丰")).find("顺丰")).isPresent();
    first.of("main", List.of("SF"));
    node().of("main", List.of());
    assertThat(asked).isEqualTo(1);

    clock.forward(Duration.ofHours(25));
    first.of("main", List.of());
    node().of("main", List.of());
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void asksAgainForACourierThatIsNotFoundButNotWithEveryOrder() {
    Couriers couriers = node();
    couriers.of("main", List.of());
    list = List.of(Map.of("delivery_id", "NEW", "delivery_name", "新快递"));

    assertThat(couriers.of("main", List.of("新快递")).find("新快递")).isEmpty();
    assertThat(asked).isEqualTo(1);
    clock.forward(Duration.ofMinutes(11));
    assertThat(couriers.of("main", List.of("新快递")).find("新快递")).isPresent();
    couriers.of("main", List.of("没有的快递"));
    couriers.of("main", List.of("没有的快递"));
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void takesYesterdaysListWhenWeChatIsAway() {
    Couriers couriers = node();
    couriers.of("main", List.of());
    clock.forward(Duration.ofDays(2));
    away = true;

    assertThat(couriers.of("main", List.of("SF")).find("SF")).isPresent();
  }

  @Test
  void failsWithoutAnyList() {
    away = true;

    assertThatThrownBy(() -> node().of("main", List.of("SF"))).isInstanceOf(WeChatException.class);
  }
}
