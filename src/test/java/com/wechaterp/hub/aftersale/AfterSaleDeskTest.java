package com.wechaterp.hub.aftersale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;

import com.wechaterp.hub.aftersale.AfterSaleAnswer.Standing;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkState;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AfterSaleDeskTest {

  private static final WorkKey KEY = new WorkKey("aftersale-requests", "main", "A1");
  private static final Map<String, Object> BODY =
      Map.of(
          "out_aftersale_id",
          "A1",
          "out_order_id",
          "1001",
          "type",
          1,
          "orderamt",
          1990,
          "refund_reason",
          "too small",
          "product_infos",
          List.of(Map.of("out_sku_id", "S1", "product_cnt", 1)));

  private final HikariDataSource database = HubDatabase.h2();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final AfterSales seen = new AfterSales(jdbc, Tickets.SETTINGS);
  private final AskedRequests asked = new AskedRequests(jdbc);
  private final WorkList work = Mockito.mock(WorkList.class);
  private final AfterSaleDesk desk =
      new AfterSaleDesk(
          seen,
          asked,
          work,
          new TransactionTemplate(new JdbcTransactionManager(database)),
          Tickets.SETTINGS,
          Clock.fixed(Tickets.NOW, ZoneOffset.UTC));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsWhatIsAskedBeforeItAnswers() {
    Mockito.doAnswer(call -> weChatHasIt()).when(work).mark(any(), anyInt(), anyString());

    assertThat(desk.open("main", BODY).standing()).isEqualTo(Standing.DONE);

    assertThat(asked.of("main", "A1")).containsEntry("orderamt", 1990);
    Mockito.verify(work).mark(Mockito.eq(KEY), anyInt(), anyString());
  }

  private Object weChatHasIt() {
    Map<String, Object> answer = Tickets.answer(1, 2);
    answer.put("out_aftersale_id", "A1");
    return seen.see("main", AfterSale.driven(new Answer(answer)), Tickets.NOW);
  }

  @Test
  void saysWhyARequestIsHeld() {
    Problem above = Problem.of("aftersale-refund-above-paid", "key", "A1");
    Mockito.when(work.find(KEY))
        .thenReturn(Optional.of(new WorkState(KEY, "held", 50, 0, "", Tickets.NOW, null, above)));

    AfterSaleAnswer answer = desk.open("main", BODY);

    assertThat(answer.standing()).isEqualTo(Standing.REFUSED);
    assertThat(answer.reason()).isEqualTo(above);
  }

  @Test
  void refusesAFieldNobodyKnowsAndNamesTheNearest() {
    Map<String, Object> mistyped = new HashMap<>(BODY);
    mistyped.put("order_amt", 1990);

    AfterSaleRefused refused =
        catchThrowableOfType(AfterSaleRefused.class, () -> desk.open("main", mistyped));

    assertThat(refused.kind()).isEqualTo(AfterSaleRefused.Kind.MALFORMED);
    assertThat(refused.problem().facts()).containsEntry("nearest", "orderamt");
    assertThat(asked.of("main", "A1")).isNull();
  }

  @Test
  void refusesABodyItCannotRead() {
    Map<String, Object> wrong = new HashMap<>(BODY);
    wrong.put("orderamt", "19.90");

    AfterSaleRefused refused =
        catchThrowableOfType(AfterSaleRefused.class, () -> desk.open("main", wrong));

    assertThat(refused.problem().code()).isEqualTo("aftersale-column");
  }

  @Test
  void takesNothingBackThatNobodyAskedFor() {
    AfterSaleRefused refused =
        catchThrowableOfType(AfterSaleRefused.class, () -> desk.cancel("main", "A9"));

    assertThat(refused.kind()).isEqualTo(AfterSaleRefused.Kind.UNKNOWN);
  }

  @Test
  void listsWhatIsDueSoon() {
    seen.see("main", Tickets.ticket(1, 2), Tickets.NOW);

    assertThat(desk.open(null)).hasSize(1);
    assertThat(desk.open(Duration.ofHours(24))).hasSize(1);
    assertThat(desk.open(Duration.ofHours(23))).isEmpty();
  }
}
