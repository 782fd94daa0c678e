package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the hub's database is asked while a buyer waits for the cashier. */
class OrderStatementsTest extends DeskFixture {

  @Test
  void asksTheDatabaseEightTimes() {
    JdbcClient jdbc = JdbcClient.create(hub.database);
    jdbc.sql("SET QUERY_STATISTICS TRUE").update();

    place(Orders.document());

    assertThat(statements(jdbc)).hasSize(8);
  }

  /**
   * Returns each statement as often as it was executed, without what the driver asks for itself.
   */
  private static List<String> statements(JdbcClient jdbc) {
    return jdbc.sql(
            """
            SELECT sql_statement FROM information_schema.query_statistics
            CROSS JOIN SYSTEM_RANGE(1, 100) n
            WHERE n.x <= execution_count AND sql_statement NOT IN ('COMMIT', 'ROLLBACK', 'CALL READONLY()')
              AND sql_statement NOT LIKE 'SET %'""")
        .query(String.class)
        .list();
  }
}
