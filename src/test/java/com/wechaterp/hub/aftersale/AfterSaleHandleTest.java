package com.wechaterp.hub.aftersale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.image.Pictures;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.MovableClock;
import com.wechaterp.hub.testing.ShippedRoute;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkHeaders;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The delivered route {@code aftersales-handle}, against a WeChat that can falter. */
class AfterSaleHandleTest {

  private static final String ID = "4000000001596225";

  private final HikariDataSource database = HubDatabase.h2();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final TicketMachine wechat = new TicketMachine();
  private final Erp erp = Mockito.mock(Erp.class);
  private final WorkList work = Mockito.mock(WorkList.class);
  private final Timeline timeline = Mockito.mock(Timeline.class);
  private final AfterSales seen = new AfterSales(jdbc, Tickets.SETTINGS);
  private final SentCalls sent = new SentCalls(jdbc);
  private final AfterSaleReading reading = new AfterSaleReading(wechat);
  private final MovableClock clock = new MovableClock();
  private final AfterSaleFlow flow =
      new AfterSaleFlow(
          reading,
          seen,
          sent,
          new Decisions(provider(), seen),
          new AfterSalePlanner(Tickets.SETTINGS),
          work,
          timeline,
          clock);
  private final AfterSaleCalls calls =
      new AfterSaleCalls(
          reading,
          sent,
          new Pictures((account, source) -> source, Duration.ofMinutes(2), Clock.systemUTC()),
          work,
          timeline,
          new TransactionTemplate(new JdbcTransactionManager(database)));
  private final ShippedRoute route =
      new ShippedRoute(
          "after-sales.camel.yaml",
          "aftersales-handle",
          wechat,
          Map.of("afterSaleFlow", flow, "afterSaleCalls", calls),
          List.of(new AfterSaleRowTransformer(), new AfterSaleBodyTransformer()));

  private ObjectProvider<Erp> provider() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("erp", erp);
    return beans.getBeanProvider(Erp.class);
  }

  @BeforeEach
  void hasDecisions() {
    clock.forward(Duration.between(clock.instant(), Tickets.NOW));
    Mockito.when(erp.has(Mockito.anyString())).thenReturn(true);
    Mockito.when(erp.read(Mockito.anyString(), Mockito.anyString())).thenReturn(Optional.empty());
  }

  @AfterEach
  void close() {
    route.close();
    database.close();
  }

  @Test
  void acceptsARefundOnceWhenTheAnswerIsLost() {
    wechat.shows(1, 2);
    decides("acceptrefund");
    wechat.losesTheAnswer = true;

    WeChatException lost = catchThrowableOfType(WeChatException.class, () -> handle(ID));
    assertThat(lost.outcomeUnknown()).isTrue();
    handle(ID);

    assertThat(wechat.sent).containsExactly("shop/ecaftersale/acceptrefund");
    assertThat(outcomes()).isEqualTo("DONE");
  }

  @Test
  void acceptsARefundAgainThatDidNotArrive() {
    wechat.shows(1, 2);
    decides("acceptrefund");
    wechat.losesTheCall = true;

    assertThat(catchThrowableOfType(WeChatException.class, () -> handle(ID))).isNotNull();
    handle(ID);

    assertThat(wechat.sent)
        .containsExactly("shop/ecaftersale/acceptrefund", "shop/ecaftersale/acceptrefund");
    assertThat(outcomes()).isEqualTo("NOT_DONE,DONE");
  }

  @Test
  void notesACallBeforeItIsSent() {
    wechat.shows(1, 2);
    decides("acceptrefund");
    wechat.losesTheAnswer = true;

    assertThat(catchThrowableOfType(WeChatException.class, () -> handle(ID))).isNotNull();

    assertThat(outcomes()).isEqualTo("BEGUN");
  }

  @Test
  void doesNotRefundAnAmountTheBuyerRaisedInTheLastMoment() {
    wechat.shows(1, 2);
    decides("acceptrefund");
    int[] readings = {0};
    wechat.beforeReading =
        () -> {
          if (++readings[0] == 2) {
            wechat.ticket.put("orderamt", 99900L);
          }
        };

    HoldException hold = catchThrowableOfType(HoldException.class, () -> handle(ID));

    assertThat(hold.problem().code()).isEqualTo("aftersale-changed-meanwhile");
    assertThat(wechat.sent).isEmpty();
  }

  @Test
  void comparesAnewWhenTheTicketMovedWhileItWasAnswered() {
    wechat.shows(1, 2);
    decides("reject");
    wechat.refusesWith = 2747008;
    int[] readings = {0};
    wechat.beforeReading =
        () -> {
          if (++readings[0] == 2) {
            wechat.ticket.put("status", 1L);
          }
        };

    handle(ID);

    Mockito.verify(work)
        .mark(
            Mockito.eq(new WorkKey("aftersales", "main", ID)),
            Mockito.anyInt(),
            Mockito.contains("2747008"));
  }

  @Test
  void holdsWhatWeChatRefuses() {
    wechat.shows(1, 2);
    decides("acceptrefund");
    wechat.refusesWith = 2747014;

    assertThat(catchThrowableOfType(HoldException.class, () -> handle(ID))).isNotNull();

    assertThat(outcomes()).isEqualTo("NOT_DONE");
  }

  @Test
  void readsADecisionUnderTheMerchantsOwnId() {
    wechat.shows(1, 2);
    wechat.ticket.put("out_aftersale_id", "A1");
    Mockito.when(erp.read("aftersale-decisions", "A1"))
        .thenReturn(Optional.of(Map.of("decision", "reject")));

    handle(ID);

    assertThat(wechat.status()).isEqualTo(4);
  }

  @Test
  void looksAtWeChatsIdWhenTheErpNamesItsOwn() {
    wechat.shows(1, 2);
    wechat.ticket.put("out_aftersale_id", "A1");
    assertThat(catchThrowableOfType(HoldException.class, () -> handle(ID))).isNotNull();

    assertThat(read("A1").getMessage().getBody()).isNull();

    Mockito.verify(work)
        .mark(
            Mockito.eq(new WorkKey("aftersales", "main", ID)),
            Mockito.anyInt(),
            Mockito.contains("ERP"));
  }

  @Test
  void holdsAnIdNobodyKnows() {
    HoldException hold = catchThrowableOfType(HoldException.class, () -> handle("A9"));

    assertThat(hold.problem().code()).isEqualTo("aftersale-unknown");
  }

  @Test
  void tellsTheErpEverythingTheClerkNeeds() {
    wechat.shows(2, 23);

    WatchedAfterSale watched = (WatchedAfterSale) read(ID).getMessage().getBody();

    assertThat(AfterSaleRow.of(watched))
        .containsEntry("aftersale_id", ID)
        .containsEntry("out_order_id", "1001")
        .containsEntry("status_name", "商家处理退货申请中")
        .containsEntry("orderamt", 1990L)
        .containsEntry("out_sku_id", "S1")
        .containsEntry("refund_reason", "不想要了")
        .containsEntry("deadline", Tickets.OPENED.plusSeconds(48 * 3600));
  }

  private void decides(String decision) {
    Mockito.when(erp.read("aftersale-decisions", ID))
        .thenReturn(Optional.of(Map.of("decision", decision, "orderamt", 1990L)));
  }

  private String outcomes() {
    return String.join(
        ",",
        jdbc.sql("SELECT outcome FROM after_sale_call ORDER BY id").query(String.class).list());
  }

  private Exchange read(String key) {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.getMessage().setHeader(WorkHeaders.FLOW, "aftersales");
    exchange.getMessage().setHeader(WorkHeaders.ACCOUNT, "main");
    exchange.getMessage().setHeader(WorkHeaders.KEY, key);
    flow.read(exchange);
    return exchange;
  }

  private void handle(String key) {
    route.send(key, null);
  }
}
