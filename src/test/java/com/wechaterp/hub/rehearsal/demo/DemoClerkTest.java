package com.wechaterp.hub.rehearsal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.DemoTables;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DemoClerkTest {

  private final String url =
      "jdbc:h2:mem:"
          + UUID.randomUUID()
          + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1";
  private final DriverManagerDataSource shop = new DriverManagerDataSource(url, "sa", "");
  private final JdbcTemplate jdbc = new JdbcTemplate(shop);
  private final DemoClerk clerk = new DemoClerk(shop, Language.EN);

  @BeforeEach
  void tables() {
    DemoTables.create(url, "sa");
  }

  private void ticket(int state, long version) {
    jdbc.update("DELETE FROM svc_ticket");
    jdbc.update(
        "INSERT INTO svc_ticket (svc_no, so_no, item_no, qty, kind, amt, wx_state, wx_amt, wx_ver,"
            + " upd_time) VALUES ('WX1', 'SO1', 'G1-1', 1, 'B', 10.50, ?, 10.50, ?,"
            + " CURRENT_TIMESTAMP)",
        state,
        version);
  }

  private String verdict() {
    return jdbc.queryForObject(
        "SELECT CONCAT(COALESCE(verdict, '-'), COALESCE(verdict_ver, 0)) FROM svc_ticket",
        String.class);
  }

  @Test
  void decidesAboutATicketOnceInEachVersion() {
    ticket(23, 5);
    clerk.act();
    assertThat(verdict()).matches("[YN]5");

    jdbc.update("UPDATE svc_ticket SET wx_state = 8, wx_ver = 6");
    clerk.act();
    assertThat(verdict()).isEqualTo("G6");
  }

  @Test
  void paysBackByHandWhenThePlatformFailed() {
    ticket(25, 7);

    clerk.act();

    assertThat(verdict()).isEqualTo("P7");
  }

  @Test
  void leavesAloneWhatWaitsForOthers() {
    ticket(6, 5);

    clerk.act();

    assertThat(verdict()).isEqualTo("-0");
  }

  @Test
  void answersADisputeThatAsksTheShop() {
    jdbc.update(
        "INSERT INTO wx_dispute (dispute_no, state, upd_time) VALUES ('500', 230003,"
            + " CURRENT_TIMESTAMP)");

    clerk.act();

    assertThat(jdbc.queryForObject("SELECT answer FROM wx_dispute", String.class)).isNotBlank();
  }
}
