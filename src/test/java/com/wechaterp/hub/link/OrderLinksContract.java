package com.wechaterp.hub.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the links of orders hold to, whatever the database. */
abstract class OrderLinksContract {

  private static final Instant PAID = Instant.parse("2026-01-01T00:00:00.123456Z");

  private final HikariDataSource database;
  private final OrderLinks links;

  OrderLinksContract(HikariDataSource database) {
    this.database = database;
    this.links = new JdbcOrderLinks(JdbcClient.create(database));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static OrderLink link(String id, int status) {
    return OrderLink.unknown("main", id)
        .wanted("buyer", 1, 1990, null)
        .seen("9" + id, status)
        .paid("t", PAID);
  }

  @Test
  void returnsWhatWasStoredByEitherId() {
    OrderLink stored = links.save(link("1001", 20));

    assertThat(links.of("main", "1001")).isEqualTo(stored);
    assertThat(links.ofOrderId("main", "91001")).contains(stored);
    assertThat(stored.paidAt()).isEqualTo(PAID);
    assertThat(stored.status()).isEqualTo(OrderStatus.WAITING_SHIPMENT);
  }

  @Test
  void tellsWhatItDoesNotKnow() {
    assertThat(links.of("main", "1002").exists()).isFalse();
    assertThat(links.ofOrderId("main", "1")).isEmpty();
  }

  @Test
  void keepsIdsThatDifferInCaseApart() {
    links.save(link("a1", 10));

    assertThat(links.of("main", "A1").exists()).isFalse();
  }

  @Test
  void listsOrdersOfSomeStatesThatNobodyTouchedInTurn() {
    links.save(link("1003", 10));
    links.save(link("1004", 20));
    links.save(link("1011", 30));
    links.save(OrderLink.unknown("second", "1012").seen("1", 20));
    Instant between = Instant.now();
    links.looked("main", "1004");

    assertThat(untouched(between.plusSeconds(60), 10)).containsExactly("1011", "1004");
    assertThat(untouched(between.plusSeconds(60), 1)).containsExactly("1011");
    assertThat(untouched(between, 10)).containsExactly("1011");
    assertThat(untouched(between.minusSeconds(60), 10)).isEmpty();
  }

  private List<String> untouched(Instant since, int limit) {
    List<OrderStatus> states = List.of(OrderStatus.WAITING_SHIPMENT, OrderStatus.WAITING_RECEIPT);
    return links.untouchedSince("main", states, since, limit).stream()
        .map(OrderLink::outOrderId)
        .toList();
  }

  @Test
  void refusesAStaleVersion() {
    OrderLink first = links.save(link("1005", 10));
    links.save(first);

    assertThatThrownBy(() -> links.save(first))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  @Test
  void changesWhatSomebodyElseChangedMeanwhile() {
    links.save(link("1006", 10));
    boolean[] first = {true};

    OrderLink changed =
        links.change(
            "main",
            "1006",
            link -> {
              if (first[0]) {
                first[0] = false;
                links.save(link.told("by somebody else"));
              }
              return link.seen("5", 20);
            });

    assertThat(changed.orderId()).isEqualTo("5");
    assertThat(changed.told()).isEqualTo("by somebody else");
  }

  @Test
  void writesNothingForAChangeThatMakesNoDifference() {
    OrderLink stored = links.save(link("1007", 10));

    assertThat(links.change("main", "1007", link -> link.seen("91007", 10))).isEqualTo(stored);
  }

  @Test
  void asksAboutUnpaidOrdersInTurn() {
    links.save(link("1008", 10));
    links.save(link("1009", 11));
    links.save(link("1010", 20));
    Instant soon = Instant.now().plusSeconds(60);

    links.looked("main", "1008");

    assertThat(links.unpaidNotLookedAtSince(soon, 1))
        .extracting(OrderLink::outOrderId)
        .containsExactly("1009");
    assertThat(links.unpaidNotLookedAtSince(soon, 10)).hasSize(2);
  }
}
