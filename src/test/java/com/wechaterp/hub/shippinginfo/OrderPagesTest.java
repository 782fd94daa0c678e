package com.wechaterp.hub.shippinginfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.WeChat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderPagesTest {

  private static final String GET = "wxa/sec/order/get_order_detail_path";
  private static final String SET = "wxa/sec/order/update_order_detail_path";

  private final WeChat wechat = mock(WeChat.class);

  private void set(String path) {
    new OrderPages(wechat, Map.of("main", path)).set();
  }

  @Test
  void setsThePageWithWeChatsOwnPlaceForTheNumber() {
    when(wechat.call("main", GET, Map.of())).thenReturn(Map.of("path", ""));

    set("pages/order/detail?no={out_trade_no}");

    verify(wechat).call("main", SET, Map.of("path", "pages/order/detail?no=${商品订单号}"));
  }

  @Test
  void leavesThePageThatIsSetAlready() {
    when(wechat.call("main", GET, Map.of()))
        .thenReturn(Map.of("path", "pages/order/detail?no=${商品订单号}"));

    set("pages/order/detail?no={out_trade_no}");

    verify(wechat, never()).call(anyString(), eq(SET), any());
  }

  @Test
  void wantsAPlaceForTheNumber() {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> set("pages/order/detail"));

    assertThat(refused.problem().code()).isEqualTo("shipping-info-order-path");
    assertThat(refused.problem().sentence(Language.EN))
        .contains("pages/order/detail?no={out_trade_no}");
    verify(wechat, never()).call(anyString(), anyString(), any());
  }
}
