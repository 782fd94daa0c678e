package com.wechaterp.hub.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PayDeskTest {

  private final HikariDataSource database = HubDatabase.h2();
  private final List<Map<String, ?>> refunds = new ArrayList<>();
  private final Erp erp = mock(Erp.class);
  private final WeChat wechat = this::answer;
  private final PayParts parts = new PayParts(JdbcClient.create(database), Clock.systemUTC());
  private final PayOrders orders =
      new PayOrders(
          wechat,
          erp,
          parts,
          mock(WorkList.class),
          mock(Timeline.class),
          Set.of("main"),
          Clock.systemUTC());
  private final WorkList work = mock(WorkList.class);
  private final PayDesk desk = new PayDesk(wechat, orders, parts, work, mock(Timeline.class));
  private boolean saysBusy;

  @AfterEach
  void close() {
    database.close();
  }

  private Map<String, Object> answer(String account, String operation, Map<String, ?> body) {
    if (operation.equals("shop/pay/refundorder")) {
      refunds.add(Map.of("refund_no", body.get("refund_no"), "amount", body.get("refund_amount")));
    }
    if (!operation.equals("shop/pay/getorder")) {
      if (saysBusy) {
        throw new WeChatException(
            Problem.of("wechat-unreachable", "operation", operation, "error", -1),
            ErrorCategory.RETRY,
            operation,
            -1,
            false,
            null);
      }
      return Map.of();
    }
    return body.get("trade_no").equals("T1")
        ? Map.of(
            "order", Map.of("trade_no", "T1", "amount", 1000, "refund_list", List.copyOf(refunds)))
        : Map.of();
  }

  private boolean refund(String number, long amount) {
    return desk.refund("main", new Refund("19", "buyer", "T1", number, amount));
  }

  @Test
  void refundsOnceHoweverOftenItIsAsked() {
    assertThat(refund("R1", 400)).isTrue();
    assertThat(refund("R1", 400)).isFalse();

    assertThat(refunds).hasSize(1);
  }

  @Test
  void refusesMoreThanIsLeftWithTheFigures() {
    refund("R1", 700);

    assertThatThrownBy(() -> refund("R2", 301))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("301")
        .hasMessageContaining("1000")
        .hasMessageContaining("700");
    assertThat(refund("R3", 300)).isTrue();
  }

  @Test
  void readsAPaymentBackWhoseRefundOrSharingWeChatDidNotConfirm() {
    saysBusy = true;
    assertThatThrownBy(() -> refund("R1", 400)).isInstanceOf(WeChatException.class);
    assertThatThrownBy(() -> desk.share("main", "19", "buyer", "T1", "S1"))
        .isInstanceOf(WeChatException.class);

    verify(work, times(2)).mark(new WorkKey("pay", "main", "T1"), WorkPriority.NORMAL, "unsure");
    assertThat(refund("R1", 400)).isFalse();
    assertThat(refunds).hasSize(1);
  }

  @Test
  void findsThePaymentOfARefundAnEventNames() {
    refund("R1", 400);

    orders.read("main", "R1");

    assertThat(parts.tradeNo("main", "R1")).contains("T1");
  }

  @Test
  void holdsARefundThatWasMadeElsewhere() {
    assertThatThrownBy(() -> orders.read("main", "R9"))
        .isInstanceOf(HoldException.class)
        .hasMessageContaining("R9");
  }
}
