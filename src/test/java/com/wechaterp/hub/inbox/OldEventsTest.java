package com.wechaterp.hub.inbox;

import static com.wechaterp.hub.inbox.InboxOf.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkState;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OldEventsTest {

  private final HikariDataSource database = HubDatabase.h2();
  private final WorkList workList = mock(WorkList.class);
  private final InboxOf hub = new InboxOf(database, workList, Set.of("product-audits")::contains);

  @BeforeEach
  void allIsDone() {
    when(workList.find(any())).thenReturn(Optional.empty());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void audit(String id) {
    hub.inbox.receive(
        event("open_product_spu_audit", "OpenProductSpuAudit", Map.of("out_product_id", id)));
  }

  @Test
  void deletesWhatIsDealtWithAfterItsTime() {
    for (int i = 0; i < 1200; i++) {
      audit("p" + i);
    }
    hub.clock.forward(Duration.ofDays(20));
    audit("young");
    hub.old.delete();
    assertThat(hub.log.received()).isEqualTo(1201);

    hub.clock.forward(Duration.ofDays(11));
    hub.old.delete();

    assertThat(hub.log.received()).isEqualTo(1);
  }

  @Test
  void keepsForEverWhatNobodyWorksOn() {
    hub.inbox.receive(event("brand_new_event", "info", Map.of("id", "1")));
    hub.inbox.receive(event("open_product_order_pay", "order_info", Map.of("out_order_id", "o")));
    audit("p1");
    hub.clock.forward(Duration.ofDays(4000));

    hub.old.delete();

    assertThat(hub.log.kept()).isEqualTo(2);
    assertThat(hub.log.received()).isEqualTo(2);
  }

  @Test
  void keepsTheEventOfAKeyThatStillWaits() {
    audit("held");
    audit("done");
    when(workList.find(new WorkKey("product-audits", "main", "held")))
        .thenReturn(Optional.of(mock(WorkState.class)));
    hub.clock.forward(Duration.ofDays(31));

    hub.old.delete();

    assertThat(hub.log.handled(Long.MAX_VALUE, 10))
        .extracting(EventLog.Entry::key)
        .containsExactly("held");
  }

  @Test
  void keepsEventsForADayAtLeast() {
    assertThatThrownBy(() -> new InboxProperties(Duration.ofHours(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("30d");
  }
}
