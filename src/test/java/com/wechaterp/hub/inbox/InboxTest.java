package com.wechaterp.hub.inbox;

import static com.wechaterp.hub.inbox.InboxOf.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;

class InboxTest {

  private final HikariDataSource database = HubDatabase.h2();
  private final WorkList workList = mock(WorkList.class);
  private final Set<String> flows = new HashSet<>(Set.of("product-audits"));
  private final InboxOf hub = new InboxOf(database, workList, flows::contains);
  private final Inbox inbox = hub.inbox;

  @AfterEach
  void close() {
    database.close();
  }

  private static InboundEvent audit(String outProductId) {
    return event(
        "open_product_spu_audit", "OpenProductSpuAudit", Map.of("out_product_id", outProductId));
  }

  private void mark(WorkList list, String flow, String key) {
    list.markAll(eq(flow), eq("main"), eq(Set.of(key)), anyInt(), anyString());
  }

  @Test
  void marksTheKeyOfAnEventOnceHoweverOftenItComes() {
    InboundEvent audit = audit("spu_1");

    assertThat(inbox.receive(audit)).isTrue();
    assertThat(inbox.receive(audit)).isFalse();
    assertThat(inbox.receive(audit)).isFalse();

    mark(verify(workList, times(1)), "product-audits", "spu_1");
    assertThat(hub.log.received()).isEqualTo(1);
  }

  @Test
  void tellsApartTwoEventsOfTheSameSecond() {
    inbox.receive(audit("spu_1"));
    inbox.receive(audit("spu_2"));

    assertThat(hub.log.received()).isEqualTo(2);
  }

  @Test
  void tellsApartTwoStatesOfOneObjectInTheSameSecond() {
    inbox.receive(
        event("complaint_notify", "complaint_info", Map.of("complaint_order_id", 7, "state", 1)));
    inbox.receive(
        event("complaint_notify", "complaint_info", Map.of("complaint_order_id", 7, "state", 2)));

    assertThat(hub.log.received()).isEqualTo(2);
  }

  @Test
  void takesAnEventInXmlAndInJsonAsTheSame() {
    inbox.receive(event("complaint_notify", "complaint_info", Map.of("complaint_order_id", "7")));

    assertThat(
            inbox.receive(
                event("complaint_notify", "complaint_info", Map.of("complaint_order_id", 7L))))
        .isFalse();
  }

  @Test
  void keepsAnEventOfAFlowWithoutARouteAndMarksItWhenTheRouteAppears() {
    inbox.receive(event("open_product_order_pay", "order_info", Map.of("out_order_id", "o1")));
    mark(verify(workList, never()), "payments", "o1");
    assertThat(hub.log.kept()).isEqualTo(1);

    flows.add("payments");
    hub.waiting.mark();

    mark(verify(workList), "payments", "o1");
    assertThat(hub.log.kept()).isZero();
  }

  @Test
  void keepsAnEventNobodyKnows() {
    assertThat(inbox.receive(event("brand_new_event", "info", Map.of("id", "1")))).isTrue();

    assertThat(inbox.receive(event("brand_new_event", "info", Map.of("id", "2")))).isTrue();
    assertThat(inbox.receive(event("brand_new_event", "info", Map.of("id", "2")))).isFalse();

    assertThat(hub.log.kept()).isEqualTo(2);
  }

  @Test
  void keepsAnEventWhoseNameIsLongerThanAny() {
    assertThat(inbox.receive(event("e".repeat(200), "info", Map.of("id", "1")))).isTrue();

    assertThat(hub.log.kept(Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  void storesNothingWhenTheKeyCannotBeMarked() {
    mark(
        doThrow(new DuplicateKeyException("of another table")).when(workList),
        "product-audits",
        "spu_1");
    InboundEvent audit = audit("spu_1");

    assertThatThrownBy(() -> inbox.receive(audit)).isInstanceOf(DuplicateKeyException.class);

    assertThat(hub.log.received()).isZero();
  }

  @Test
  void storesAnEventWhoseKeyIsLockedAndMarksItSoonAfter() {
    mark(
        doThrow(new CannotAcquireLockException("somebody marks the catalogue")).when(workList),
        "product-audits",
        "spu_1");

    assertThat(inbox.receive(audit("spu_1"))).isTrue();

    assertThat(hub.log.kept()).isEqualTo(1);
    mark(doNothing().when(workList), "product-audits", "spu_1");
    hub.waiting.mark();
    assertThat(hub.log.kept()).isZero();
  }

  @Test
  void doesNothingAboutWhatIsStatedToNeedNothing() {
    inbox.receive(
        InboundEvent.of("main", Map.of("MsgType", "text", "Content", "hello", "MsgId", "1")));

    assertThat(hub.log.kept()).isZero();
    assertThat(hub.log.received()).isEqualTo(1);
  }

  @Test
  void knowsAFlowForEveryEventOfTheContract() {
    Set<String> routed = hub.routes.events();

    WeChatContract.load()
        .events()
        .forEach(event -> assertThat(routed).as(event.name()).contains(event.name()));
  }
}
