package com.wechaterp.hub.erp.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.ErpProperties;
import com.wechaterp.hub.erp.pack.ChangeRule;
import com.wechaterp.hub.erp.pack.KeyCheck;
import com.wechaterp.hub.erp.pack.Port;
import com.wechaterp.hub.erp.pack.PortType;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A snapshot of an H2 whose rows hold keys the hub cannot keep. */
class SnapshotKeysTest {

  private static final String SQL =
      """
      SELECT * FROM (VALUES
        (NULL, 'none'), (' B', 'blank'), (REPEAT('L', 129), 'long'), ('a', 'small'), ('A', 'big'))
        v("out_product_id", "title")
      """;

  @Test
  void namesBadKeysAndMarksTheirNeighbours() {
    List<String> marked = new ArrayList<>();
    WorkList work = mock(WorkList.class);
    doAnswer(
            call -> {
              Collection<String> keys = call.getArgument(2);
              return marked.addAll(keys);
            })
        .when(work)
        .markAll(anyString(), anyString(), any(), anyInt(), anyString());
    PortType type = PortType.require("products");
    ChangeRule rule =
        new ChangeRule(ChangeRule.By.SNAPSHOT, "", "p.sql", "datetime", null, Duration.ZERO, 0);
    Port port = new Port(type, List.of(SQL), "p.sql", rule, Map.of(), null);
    KeyCheck check = new KeyCheck(type, "p.sql", type.key());

    try (HikariDataSource hub = HubDatabase.h2();
        ErpDatabase database =
            new ErpDatabase(
                new ErpProperties("t", "jdbc:h2:mem:", "sa", "", 1, Duration.ofMinutes(1)))) {
      new SnapshotFinder(database)
          .find(
              port,
              check,
              new SnapshotScan(
                  new JdbcTemplate(hub),
                  new TransactionTemplate(new JdbcTransactionManager(hub)),
                  work,
                  new SnapshotScan.Target("products", "products", "main", 50)));
    }

    assertThat(marked).containsExactlyInAnyOrder("a", "A");
    assertThat(check.bad())
        .extracting(Problem::code)
        .containsExactly("erp-key-empty", "erp-key-blanks", "erp-key-long");
  }
}
