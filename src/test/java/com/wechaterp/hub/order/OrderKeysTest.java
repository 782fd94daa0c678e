package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderKeysTest {

  private final OrderLinks links = mock(OrderLinks.class);
  private final WorkList work = mock(WorkList.class);
  private final OrderKeys keys = new OrderKeys(links, work);

  @Test
  void looksAtTheOrderUnderItsOwnId() {
    when(links.ofOrderId("main", "77"))
        .thenReturn(Optional.of(OrderLink.unknown("main", "SO-1").seen("77", 10)));

    keys.resolve("payments", "main", "wx:77");

    verify(work).mark(eq(new WorkKey("payments", "main", "SO-1")), anyInt(), any());
  }

  @Test
  void saysThatItDoesNotKnowTheOrder() {
    when(links.ofOrderId("main", "78")).thenReturn(Optional.empty());

    HoldException hold =
        catchThrowableOfType(HoldException.class, () -> keys.resolve("payments", "main", "wx:78"));

    assertThat(hold.problem().code()).isEqualTo("order-unknown-id");
    assertThat(hold).hasMessageContaining("78");
  }
}
