package com.wechaterp.hub.inbox;

import static com.wechaterp.hub.inbox.InboxOf.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLogTest {

  private final HikariDataSource database = HubDatabase.h2();
  private final WorkList workList = mock(WorkList.class);
  private final Set<String> flows = new HashSet<>(Set.of("product-audits"));
  private final InboxOf hub = new InboxOf(database, workList, flows::contains);

  @AfterEach
  void close() {
    database.close();
  }

  private void receive(String name, Map<String, Object> body) {
    hub.inbox.receive(event(name, "info", body));
  }

  private List<EventLog.Entry> kept() {
    return hub.log.kept(Long.MAX_VALUE, 10);
  }

  private static String reason(EventLog.Entry entry) {
    return Objects.requireNonNull(entry.kept()).code();
  }

  @Test
  void saysWhyNobodyWorksOnAnEvent() {
    receive("brand_new_event", Map.of("id", "1"));
    receive("open_product_order_pay", Map.of("out_order_id", "o1"));
    receive("open_product_spu_audit", Map.of("status", 4));

    assertThat(kept())
        .extracting(EventLogTest::reason)
        .containsExactly("event-without-key", "event-without-route", "event-unknown");
  }

  @Test
  void listsPageByPageLatestFirst() {
    for (int i = 0; i < 5; i++) {
      receive("brand_new_event", Map.of("id", "n" + i));
    }

    List<EventLog.Entry> page = hub.log.kept(Long.MAX_VALUE, 3);
    List<EventLog.Entry> next = hub.log.kept(page.get(2).id(), 3);

    assertThat(page).hasSize(3);
    assertThat(next).hasSize(2);
    assertThat(page.get(0).id()).isGreaterThan(next.get(0).id());
  }

  @Test
  void showsNoPersonOfAnEventNobodyKnows() {
    receive(
        "brand_new_event",
        Map.of(
            "order_id",
            "3302922000692805632",
            "who",
            "oInFct2WuoNBcoBRgEppkksARi8U",
            "contact",
            "13800138000",
            "remark",
            "张三 收",
            "receiver_name",
            "li",
            "list",
            List.of(Map.of("openid", "short"))));

    String shown = String.valueOf(kept().get(0).body());

    assertThat(shown)
        .contains("order_id=3302922000692805632")
        .doesNotContain("oInFct", "13800138000", "张三", "li,", "li}", "short", "oABCD");
  }

  @Test
  void showsTheReasonOfAnEventThatIsKnownAndNoOpenid() {
    receive(
        "open_product_spu_audit",
        Map.of("out_product_id", "p1", "reject_reason", "图片 不清晰", "openid", "o1"));
    receive("miniprogram_sharer_action", Map.of("openid", "oInFct2WuoNBcoBRgEppkksARi8U"));

    List<EventLog.Entry> handled = hub.log.handled(Long.MAX_VALUE, 10);
    assertThat(String.valueOf(handled.get(0).body())).contains("图片 不清晰", "openid=***");
    assertThat(kept().get(0).key()).startsWith("person:").doesNotContain("oInFct");
    assertThat(String.valueOf(kept().get(0).body())).contains("openid=***");
  }

  @Test
  void tellsTheFlowWhoAKeyStandsFor() {
    receive("miniprogram_sharer_action", Map.of("openid", "oInFct2WuoNBcoBRgEppkksARi8U"));
    String key = kept().get(0).key();

    assertThat(hub.people.openid("main", "sharers", key)).contains("oInFct2WuoNBcoBRgEppkksARi8U");
    assertThat(hub.people.openid("main", "sharers", "person:other")).isEmpty();
    assertThat(hub.people.openid("other", "sharers", key)).isEmpty();
  }

  @Test
  void putsAnEventToWorkAgain() {
    receive("open_product_spu_audit", Map.of("out_product_id", "p1"));
    long id = hub.log.handled(Long.MAX_VALUE, 1).get(0).id();

    EventLog.Entry replayed = hub.log.replay(id);

    assertThat(replayed.kept()).isNull();
    verify(workList, times(2))
        .markAll(eq("product-audits"), eq("main"), eq(Set.of("p1")), anyInt(), anyString());
  }

  @Test
  void saysAgainWhyNobodyWorksOnAReplayedEventAndMarksItOnceSomebodyDoes() {
    receive("open_product_order_pay", Map.of("out_order_id", "o1"));
    long id = kept().get(0).id();

    assertThat(reason(hub.log.replay(id))).isEqualTo("event-without-route");
    flows.add("payments");
    assertThat(hub.log.replay(id).kept()).isNull();

    verify(workList).markAll(eq("payments"), eq("main"), eq(Set.of("o1")), anyInt(), anyString());
    assertThat(kept()).isEmpty();
  }

  @Test
  void knowsNoEventThatIsNotThere() {
    assertThatThrownBy(() -> hub.log.replay(99)).isInstanceOf(ProblemException.class);
  }

  @Test
  void givesAFlowToAnEventThatAnEarlierVersionDidNotKnow() {
    receive("open_product_spu_audit", Map.of("out_product_id", "p1"));
    hub.jdbc.sql("UPDATE inbox_event SET flow = NULL, work_key = '', marked = FALSE").update();

    hub.waiting.recognise();
    hub.waiting.mark();

    assertThat(kept()).isEmpty();
    assertThat(hub.log.handled(Long.MAX_VALUE, 1).get(0).key()).isEqualTo("p1");
  }
}
