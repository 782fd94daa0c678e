package com.wechaterp.hub.product;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.LinksOf;
import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.link.ProductLinks;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of events that name a product by WeChat's id alone. */
class ProductStateTest {

  private static final Map<String, ?> ASKED = Map.of("product_id", "38249023", "need_edit_spu", 1L);

  private final HikariDataSource database = HubDatabase.h2();
  private final ProductLinks links = LinksOf.products(database);
  private final WorkList work = mock(WorkList.class);
  private final WeChat wechat = mock(WeChat.class);
  private final ProductState state =
      new ProductState(
          links,
          wechat,
          new StaticListableBeanFactory().getBeanProvider(Erp.class),
          work,
          mock(Timeline.class),
          new TransactionTemplate(new JdbcTransactionManager(database)));

  @AfterEach
  void close() {
    database.close();
  }

  private void verifyMarked(String outProductId) {
    verify(work)
        .mark(eq(new WorkKey("product-audits", "main", outProductId)), anyInt(), anyString());
  }

  @Test
  void marksTheProductThatTheHubKnowsByThatId() {
    links.save(ProductLink.unknown("main", "spu_123").states("38249023", 2, 0, ""));

    state.read("main", "wx:38249023");

    verifyMarked("spu_123");
    verify(wechat, never()).call(any(), any(), any());
  }

  @Test
  void asksWeChatForTheIdOfAProductWhoseAnswerIsStillOnItsWay() {
    when(wechat.call("main", SpuOperation.GET, ASKED))
        .thenReturn(Map.of("spu", Map.of("out_product_id", "spu_124", "product_id", 38249023L)));

    state.read("main", "wx:38249023");

    verifyMarked("spu_124");
  }

  @Test
  void leavesAloneWhatWasNotSentThroughTheHub() {
    when(wechat.call("main", SpuOperation.GET, ASKED))
        .thenThrow(FalteringWeChat.refusal(SpuOperation.GET, 9401002, ErrorCategory.PERMANENT));

    state.read("main", "wx:38249023");

    verify(work, never()).mark(any(), anyInt(), anyString());
  }
}
