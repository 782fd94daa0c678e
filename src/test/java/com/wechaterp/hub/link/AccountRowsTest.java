package com.wechaterp.hub.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountRowsTest {

  private static final List<String> IDS = List.of("NEW", "A", "B", "BOTH", "GONE");

  private final HikariDataSource database = HubDatabase.h2();
  private final AccountRows rows = LinksOf.rows(database, "second");

  @BeforeEach
  void link() {
    OrderLinks orders = LinksOf.orders(database);
    orders.save(OrderLink.unknown("main", "A"));
    orders.save(OrderLink.unknown("second", "B"));
    orders.save(OrderLink.unknown("main", "BOTH"));
    orders.save(OrderLink.unknown("second", "BOTH"));
    orders.save(OrderLink.unknown("an account no longer configured", "GONE"));
    LinksOf.products(database).save(ProductLink.unknown("second", "B"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void givesAnAccountWhatItIsLinkedWithAndTheMainOneWhatNobodyIs() {
    assertThat(rows.orders("main", IDS)).containsExactly("NEW", "A", "BOTH", "GONE");
    assertThat(rows.orders("second", IDS)).containsExactly("B", "BOTH");
    assertThat(rows.products("main", IDS)).containsExactly("NEW", "A", "BOTH", "GONE");
    assertThat(rows.products("second", IDS)).containsExactly("B");
    assertThat(rows.orders("main", List.of())).isEmpty();
  }

  @Test
  void namesTheOtherAccountOnlyOfWhatIsNotLinkedHere() {
    assertThat(rows.elsewhere("main", "B")).contains("second");
    assertThat(rows.elsewhere("main", "A")).isEmpty();
    assertThat(rows.elsewhere("main", "BOTH")).isEmpty();
    assertThat(rows.elsewhere("main", "NEW")).isEmpty();
    assertThat(rows.elsewhere("second", "NEW")).isEmpty();
  }
}
