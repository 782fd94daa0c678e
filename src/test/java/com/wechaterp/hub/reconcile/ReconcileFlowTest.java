package com.wechaterp.hub.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.wechat.Shipping;
import com.wechaterp.hub.wechat.WeChatAccount;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReconcileFlowTest {

  private final HikariDataSource database = HubDatabase.h2();
  private final Reports reports =
      new Reports(
          JdbcClient.create(database),
          new TransactionTemplate(new JdbcTransactionManager(database)));
  private final Comparison orders = mock();
  private final Comparison shipments = mock();
  private final Erp erp = mock();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anErrorNobodyForesawBecomesALineOfItsReportAndTheOthersAreCompared() {
    when(orders.subject()).thenReturn(Subject.ORDERS);
    when(shipments.subject()).thenReturn(Subject.SHIPMENTS);
    when(erp.has(anyString())).thenReturn(true);
    doThrow(new IllegalStateException("access_token=SECRET and more"))
        .when(orders)
        .compare(anyString(), any(), any(), any());

    compare();

    assertThat(reports.last())
        .extracting(report -> report.account() + " " + report.subject().text() + " " + code(report))
        .containsExactlyInAnyOrder(
            "a orders reconcile-unexpected",
            "a shipments -",
            "b orders reconcile-unexpected",
            "b shipments -");
    assertThat(reports.of(Subject.ORDERS, 1).get(0).summary(Language.EN).get("failure").toString())
        .contains("orders of account", "IllegalStateException", "and more")
        .doesNotContain("SECRET");
    assertThat(reports.end("a", Subject.ORDERS)).isEmpty();
    assertThat(reports.end("b", Subject.SHIPMENTS)).isPresent();
  }

  private void compare() {
    WeChatAccount account =
        new WeChatAccount("wx1", "s", "", "", "https://api.weixin.qq.com", Shipping.COMPONENT);
    WeChatAccounts accounts = new WeChatAccounts(Map.of("a", account, "b", account));
    Duration day = Duration.ofDays(1);
    ReconcileSettings settings = new ReconcileSettings(false, day, day, Duration.ZERO, 0);
    Clock clock = Clock.systemUTC();
    Reconciler reconciler =
        new Reconciler(
            List.of(orders, shipments), accounts, erp, mock(), settings.windows(), clock);
    new ReconcileFlow(reconciler, reports, settings, accounts, Language.EN, clock).compare();
  }

  private static String code(Report report) {
    Problem failure = report.failure();
    return failure == null ? "-" : failure.code();
  }
}
