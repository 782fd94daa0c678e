package com.wechaterp.hub.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.testing.HubDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class JdbcProductLinksTest {

  private final HikariDataSource database = HubDatabase.h2();
  private final ProductLinks links = LinksOf.products(database);
  private final Sending add =
      new Sending(
          "shop/spu/add",
          "f",
          "p",
          Map.of("S", new SkuFigures(1, 2, 3, "", "")),
          Instant.parse("2026-01-01T00:00:00Z"));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void returnsWhatWasStored() {
    ProductLink begun = links.save(ProductLink.unknown("main", "T1").sending(add));

    ProductLink stored = links.save(begun.submitted("9", add));

    assertThat(begun.sending()).isEqualTo(add);
    assertThat(stored.figures()).isEqualTo(add.figures());
    assertThat(links.of("main", "T1")).isEqualTo(stored);
    assertThat(links.inAudit("main", Instant.parse("2026-01-02T00:00:00Z"), 9))
        .containsExactly("T1");
  }

  @Test
  void looksForAProductInAuditThatWasSubmittedElsewhere() {
    links.save(ProductLink.unknown("main", "T1").states("9", 2, 0, ""));

    assertThat(links.inAudit("main", Instant.parse("2026-01-02T00:00:00Z"), 9))
        .containsExactly("T1");
  }

  @Test
  void refusesAStaleVersion() {
    ProductLink first = links.save(ProductLink.unknown("main", "T2"));
    links.save(first);

    assertThatThrownBy(() -> links.save(first))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }
}
