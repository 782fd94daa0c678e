package com.wechaterp.hub.shippinginfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechaterp.hub.document.ExtraFields;
import com.wechaterp.hub.flow.PlannedCalls;
import com.wechaterp.hub.plan.Call;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.MovableClock;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkHeaders;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A buyer is reminded once, whatever happens around the call. */
class ShippingInfoReminderTest {

  private final HikariDataSource database = HubDatabase.h2();
  private final PaymentMemory memory =
      new PaymentMemory(JdbcClient.create(database), new MovableClock());
  private final ShippingInfoCalls calls =
      new ShippingInfoCalls(
          memory,
          Mockito.mock(WorkList.class),
          Mockito.mock(Timeline.class),
          new TransactionTemplate(new JdbcTransactionManager(database)),
          new MovableClock());
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final Exchange exchange = new DefaultExchange(camel);

  @BeforeEach
  void seesThePayment() {
    memory.see("main", Trades.KEY, Trades.PAYMENT, Trades.known(2, 1, "SF/SF1"));
    exchange.getMessage().setHeader(WorkHeaders.ACCOUNT, "main");
    exchange.getMessage().setHeader(WorkHeaders.KEY, Trades.KEY);
    ShippingInfoRequest reminder =
        new ShippingInfoRequest(
            ShippingInfoOperation.REMIND,
            Trades.PAYMENT,
            Trades.BUYER,
            List.of(),
            Trades.NOBODY,
            Trades.NOW,
            ExtraFields.NONE);
    PlannedCalls.begin(
        exchange, new Plan(List.of(new Call(reminder.operation(), reminder, "test")), null));
    calls.next(exchange);
  }

  @AfterEach
  void close() throws IOException {
    camel.close();
    database.close();
  }

  private boolean reminded() {
    return memory.isReminded("main", Trades.KEY, Trades.PAYMENT);
  }

  private void refused(int code, ErrorCategory category, boolean unknown) {
    exchange.setProperty(
        ShippingInfoCalls.REFUSAL,
        new WeChatException(
            Problem.of("wechat-refused", "key", "x"),
            category,
            ShippingInfoOperation.REMIND,
            code,
            unknown,
            null));
    calls.answered(exchange);
  }

  @Test
  void isNotedBeforeTheCallSoThatAKilledHubDoesNotRemindTwice() {
    assertThat(reminded()).isTrue();
  }

  @Test
  void staysNotedWhenTheAnswerIsLost() {
    assertThatThrownBy(() -> refused(0, ErrorCategory.OUTAGE, true))
        .isInstanceOf(WeChatException.class);

    assertThat(reminded()).isTrue();
  }

  @Test
  void isTriedAgainWhenWeChatSurelyDidNotTakeIt() {
    assertThatThrownBy(() -> refused(45009, ErrorCategory.LIMIT, false))
        .isInstanceOf(WeChatException.class);

    assertThat(reminded()).isFalse();
  }

  @Test
  void staysNotedWhenWeChatSaysThatTheChanceIsUsed() {
    refused(ShippingInfoOperation.REMINDED_ALREADY, ErrorCategory.PERMANENT, false);

    assertThat(reminded()).isTrue();
  }
}
