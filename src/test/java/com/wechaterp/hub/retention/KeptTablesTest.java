package com.wechaterp.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class KeptTablesTest {

  /** Tables that do not grow with time, each with what bounds it. */
  private static final Set<String> BOUNDED =
      Set.of(
          // a row for each key that waits; work that is done is deleted
          "work",
          "scheduled_tasks",
          "work_spool",
          // a row for each flow, or flow and account
          "work_flow",
          "work_pause",
          // the rows the ERP has now, and those seen in the last minutes
          "erp_snapshot",
          "erp_seen",
          "erp_cursor",
          // a row for each account, and operation, allowance or subject
          "quota_window",
          "token_refresh",
          "courier_list",
          "category_answer",
          "shipping_msg_path",
          "coupon_callback",
          "withdrawal_lock",
          "reconcile_cursor",
          "onboarding_proof",
          // a row for each certificate that is declared
          "qualification_link",
          // what the hub writes to know that it can
          "database_probe");

  private static final Pattern CREATE = Pattern.compile("CREATE TABLE (\\w+)");
  private static final Pattern DROP = Pattern.compile("DROP TABLE (\\w+)");

  @Test
  void nameEveryTableThatGrows() throws IOException {
    List<Resource> migrations =
        List.of(
            new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql"));
    StringBuilder sql = new StringBuilder();
    for (Resource each : migrations) {
      sql.append(each.getContentAsString(StandardCharsets.UTF_8)).append('\n');
    }
    Set<String> tables = new TreeSet<>(names(CREATE, sql));
    names(DROP, sql).stream().filter(name -> !name.equals("erp_seen")).forEach(tables::remove);
    Set<String> kept =
        new KeptTables(
                mock(JdbcTemplate.class), mock(TransactionTemplate.class), RetentionRows.KEEP)
            .all().stream().map(Retention::table).collect(Collectors.toSet());

    assertThat(tables)
        .filteredOn(table -> !table.startsWith("QRTZ_") && !BOUNDED.contains(table))
        .containsExactlyInAnyOrderElementsOf(kept);
  }

  private static List<String> names(Pattern pattern, CharSequence sql) {
    List<String> names = new ArrayList<>();
    Matcher matcher = pattern.matcher(sql);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  @Test
  void refuseToForgetWhatMayComeAgain() {
    Duration day = Duration.ofDays(100);
    assertThatThrownBy(
            () ->
                new KeepProperties(
                    Duration.ofHours(3), day, day, day, day, day, day, day, day, day, day))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hub.keep.events must be at least 1d");
    assertThatThrownBy(
            () ->
                new KeepProperties(
                    day, day, day, day, Duration.ofDays(3), day, day, day, day, day, day))
        .hasMessageContaining("hub.keep.orders must be at least 30d");
  }
}
