package com.wechaterp.hub.aftersale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.LinksOf;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.order.KnownOrder;
import com.wechaterp.hub.order.OrderReading;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.MovableClock;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By how an order is paid it is decided whether WeChat handles its after-sales. */
class AfterSaleFundTypeTest {

  private static final WorkKey KEY = new WorkKey("aftersale-requests", "main", "A1");
  private static final Map<String, Object> ROW =
      Map.of(
          "out_order_id",
          "1001",
          "openid",
          "buyer",
          "type",
          1L,
          "orderamt",
          1990L,
          "refund_reason",
          "too small",
          "path",
          "pages/aftersale",
          "product_infos",
          List.of(Map.of("out_product_id", "P1", "out_sku_id", "S1", "product_cnt", 1L)));

  private final HikariDataSource database = HubDatabase.h2();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final OrderReading orders = Mockito.mock(OrderReading.class);
  private final OrderLinks links = Mockito.mock(OrderLinks.class);
  private final ObjectProvider<Erp> noErp =
      new StaticListableBeanFactory().getBeanProvider(Erp.class);
  private final AfterSales seen = new AfterSales(jdbc, Tickets.SETTINGS);
  private final AfterSaleRequestFlow flow =
      new AfterSaleRequestFlow(
          new AfterSaleReading(new TicketMachine()),
          orders,
          links,
          LinksOf.rows(database, "second"),
          seen,
          new SentCalls(jdbc),
          new AskedRequests(jdbc),
          new Decisions(noErp, seen),
          noErp,
          Mockito.mock(WorkList.class),
          new MovableClock());

  @BeforeEach
  void knowsNoOrder() {
    Mockito.when(links.of("main", "1001")).thenReturn(OrderLink.unknown("main", "1001"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void isTheOneTheHubSentTheOrderWithIfWeChatLeavesItOut() {
    answers(KnownOrder.FUND_TYPE_UNKNOWN);
    sent(1);

    assertThat(operations()).containsExactly(AfterSaleOperation.ADD);
  }

  @Test
  void isTheOneTheHubSentTheOrderWithWhateverWeChatAnswers() {
    answers(1);
    sent(0);

    assertThat(operations()).containsExactly(AfterSaleOperation.ADD_V1);
  }

  @Test
  void isWeChatsIfTheHubDidNotSendTheOrder() {
    answers(1);

    assertThat(operations()).containsExactly(AfterSaleOperation.ADD);
  }

  @Test
  void keepsAnAfterSaleBackIfNobodyKnowsIt() {
    answers(KnownOrder.FUND_TYPE_UNKNOWN);

    HoldException held = catchThrowableOfType(HoldException.class, () -> flow.dryRun(KEY, ROW));

    assertThat(held.problem().sentence(Language.EN)).contains("A1", "1001", "fund_type");
    assertThat(held.hold().until()).isNotNull();
  }

  private void answers(int fundType) {
    Mockito.when(orders.byOutOrderId("main", "1001", "buyer"))
        .thenReturn(Optional.of(Tickets.order(30, fundType)));
  }

  private void sent(int fundType) {
    Mockito.when(links.of("main", "1001"))
        .thenReturn(
            new OrderLink(
                "main", "1001", "7", "buyer", fundType, 30, 5580, "", null, null, null, false, "",
                1));
  }

  private List<String> operations() {
    Plan plan = flow.dryRun(KEY, ROW);
    assertThat(plan.hold()).isNull();
    return plan.calls().stream().map(Call::operation).toList();
  }
}
