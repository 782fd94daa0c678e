package com.wechaterp.hub.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class InboxTest {

  private final HikariDataSource database = HubDatabase.h2();
  private final WorkList workList = mock(WorkList.class);
  private final Set<String> flows = new HashSet<>(Set.of("product-audits"));
  private final Inbox inbox =
      new Inbox(
          JdbcClient.create(database),
          new TransactionTemplate(new JdbcTransactionManager(database)),
          workList,
          flows::contains,
          Clock.systemUTC());

  @AfterEach
  void close() {
    database.close();
  }

  private static InboundEvent event(String name, String element, Map<String, Object> body) {
    return new InboundEvent(
        "main", name, "oABCD", "1667805847", Map.of("Event", name, element, body));
  }

  @Test
  void marksTheKeyOfAnEventOnceHoweverOftenItComes() {
    InboundEvent audit =
        event("open_product_spu_audit", "OpenProductSpuAudit", Map.of("out_product_id", "spu_1"));

    assertThat(inbox.receive(audit)).isTrue();
    assertThat(inbox.receive(audit)).isFalse();
    assertThat(inbox.receive(audit)).isFalse();

    verify(workList, times(1))
        .mark(eq(new WorkKey("product-audits", "main", "spu_1")), anyInt(), anyString());
    assertThat(inbox.received()).isEqualTo(1);
  }

  @Test
  void tellsApartTwoEventsOfTheSameSecond() {
    inbox.receive(
        event("open_product_spu_audit", "OpenProductSpuAudit", Map.of("out_product_id", "spu_1")));
    inbox.receive(
        event("open_product_spu_audit", "OpenProductSpuAudit", Map.of("out_product_id", "spu_2")));

    assertThat(inbox.received()).isEqualTo(2);
  }

  @Test
  void keepsAnEventOfAFlowWithoutARouteAndMarksItWhenTheRouteAppears() {
    inbox.receive(event("open_product_order_pay", "order_info", Map.of("out_order_id", "o1")));
    verify(workList, never())
        .mark(eq(new WorkKey("payments", "main", "o1")), anyInt(), anyString());
    assertThat(inbox.kept()).isEqualTo(1);

    flows.add("payments");
    assertThat(inbox.markWaiting()).isEqualTo(1);

    verify(workList).mark(eq(new WorkKey("payments", "main", "o1")), anyInt(), anyString());
    assertThat(inbox.kept()).isZero();
  }

  @Test
  void keepsAnEventNobodyKnows() {
    assertThat(inbox.receive(event("brand_new_event", "info", Map.of("id", "1")))).isTrue();

    assertThat(inbox.receive(event("brand_new_event", "info", Map.of("id", "2")))).isTrue();
    assertThat(inbox.receive(event("brand_new_event", "info", Map.of("id", "2")))).isFalse();

    assertThat(inbox.kept()).isEqualTo(2);
  }

  @Test
  void storesNothingWhenTheKeyCannotBeMarked() {
    doThrow(new DuplicateKeyException("of another table"))
        .when(workList)
        .mark(eq(new WorkKey("product-audits", "main", "spu_1")), anyInt(), anyString());
    InboundEvent audit =
        event("open_product_spu_audit", "OpenProductSpuAudit", Map.of("out_product_id", "spu_1"));

    assertThatThrownBy(() -> inbox.receive(audit)).isInstanceOf(DuplicateKeyException.class);

    assertThat(inbox.received()).isZero();
  }

  @Test
  void knowsAFlowForEveryEventOfTheContract() {
    Set<String> routed = new EventRoutes().events();

    WeChatContract.load()
        .events()
        .forEach(event -> assertThat(routed).as(event.name()).contains(event.name()));
  }
}
