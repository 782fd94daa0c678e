package com.wechaterp.hub.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.store.StoreConfiguration;
import java.time.Instant;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class JdbcProductLinksTest {

  private final ProductLinks links =
      new JdbcProductLinks(JdbcClient.create(h2()), new JsonMapper());
  private final Sending add =
      new Sending(
          "shop/spu/add",
          "f",
          "p",
          Map.of("S", new SkuFigures(1, 2, 3, "", "")),
          Instant.parse("2026-01-01T00:00:00Z"));

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
  void refusesAStaleVersion() {
    ProductLink first = links.save(ProductLink.unknown("main", "T2"));
    links.save(first);

    assertThatThrownBy(() -> links.save(first))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  private static JdbcDataSource h2() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:mem:links;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1");
    Flyway.configure()
        .dataSource(source)
        .placeholders(StoreConfiguration.placeholders(source))
        .load()
        .migrate();
    return source;
  }
}
