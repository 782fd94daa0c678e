package com.wechaterp.hub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.link.AccountRows;
import com.wechaterp.hub.link.OrderLink;
import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.TestClocks;
import com.wechaterp.hub.wechat.WeChatException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OrderDryRunTest {

  private final OrderReading reading = mock();
  private final ErpOrders orders = mock();
  private final OrderLinks links = mock();
  private final AccountRows owned = mock();
  private final OrderDryRun dryRun =
      new OrderDryRun(
          mock(), reading, mock(), orders, mock(), links, owned, TestClocks.of(Clock.systemUTC()));
  private final List<ComparedOrder> compared = new ArrayList<>();

  private void run(ErrorCategory refusal) {
    ErpRow row = new ErpRow(Orders.open(), null);
    when(orders.find(anyCollection())).thenReturn(Map.of("A", row, "B", row));
    doAnswer(
            call -> {
              call.<Consumer<List<String>>>getArgument(2).accept(List.of("A", "B"));
              return null;
            })
        .when(orders)
        .changed(any(), any(), any());
    when(owned.orders(anyString(), anyCollection()))
        .thenAnswer(call -> List.copyOf(call.getArgument(1)));
    when(links.of(anyString(), anyString()))
        .thenAnswer(call -> OrderLink.unknown(call.getArgument(0), call.getArgument(1)));
    when(reading.byOutOrderId(eq("main"), eq("A"), anyString()))
        .thenThrow(FalteringOrders.refusal("shop/order/get", 990001, refusal));
    when(reading.byOutOrderId(eq("main"), eq("B"), anyString())).thenReturn(Optional.empty());
    dryRun.run("main", Instant.EPOCH, Instant.now(), 0, compared::add);
  }

  @Test
  void oneOrderThatWeChatRefusesIsReportedAndTheOthersAreCompared() {
    run(ErrorCategory.PERMANENT);

    assertThat(compared).extracting(ComparedOrder::outOrderId).containsExactly("A", "B");
    assertThat(compared.get(0).plan().hold()).isNotNull();
  }

  @Test
  void anOutageEndsTheComparison() {
    assertThatThrownBy(() -> run(ErrorCategory.OUTAGE)).isInstanceOf(WeChatException.class);
    assertThat(compared).isEmpty();
  }
}
