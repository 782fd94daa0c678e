package com.wechaterp.hub.funds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.testing.DemoTables;
import com.wechaterp.hub.testing.HubProcess;
import com.wechaterp.hub.testing.MariaDb;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A day's ledger through a hub that is killed in the middle of the import. */
class FundsIT {

  private static final int FLOWS = 400;
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final String NEVER = "0+0+0+1+1+?+2099";

  @TempDir private Path data;

  private static void post(HubProcess hub, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(hub.uri(path)).POST(HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void bringsADaysLedgerToTheErpToTheFenThoughItIsKilledInBetween() throws Exception {
    String url = MariaDb.createDatabase("demo");
    DemoTables.create(url, "root");
    JdbcTemplate erp = new JdbcTemplate(new DriverManagerDataSource(url, "root", ""));
    List<String> options =
        List.of(
            "--hub.erp.url=" + url,
            "--hub.erp.username=root",
            "--hub.rehearsal.active=true",
            "--hub.rehearsal.demo=true",
            "--hub.rehearsal.merchant-every=0s",
            "--hub.products.find.cron=" + NEVER,
            "--hub.stock.find.cron=" + NEVER,
            "--hub.sandbox.persist=true",
            "--hub.funds.days=1",
            "--hub.funds.find.cron=*/2+*+*+*+*+?");
    int port = HubProcess.freePort();
    LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(yesterday);
    try (HubProcess hub = HubProcess.launch(data, port, "hub", options)) {
      hub.awaitReady("/api/v1/status");
      post(hub, "/sandbox/_control/funds/flows?date=" + day + "&count=" + FLOWS);
      await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> count(erp) > 20);
      hub.kill();
    }
    assertThat(count(erp)).isLessThan(FLOWS);

    try (HubProcess hub = HubProcess.launch(data, port, "hub", options)) {
      hub.awaitReady("/api/v1/status");
      await().atMost(SOON).until(() -> compared(hub, yesterday));

      assertThat(count(erp)).isEqualTo(FLOWS);
      assertThat(hub.get("/sandbox/_control/calls").path("shop/funds/getorderflow").asInt(0))
          .isLessThan(FLOWS);
    }
  }

  private static int count(JdbcTemplate erp) {
    Integer count = erp.queryForObject("SELECT COUNT(*) FROM wx_ledger", Integer.class);
    return count == null ? 0 : count;
  }

  /** The hub compares both sides to the fen and says so in the timeline. */
  private static boolean compared(HubProcess hub, LocalDate day) throws Exception {
    return hub.get("/api/v1/timeline/ledger/" + day).toString().contains(FLOWS + " entries");
  }
}
