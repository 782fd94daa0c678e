package com.wechaterp.hub.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.category.Categories;
import com.wechaterp.hub.category.CategoriesOf;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.EditStatus;
import com.wechaterp.hub.link.LinksOf;
import com.wechaterp.hub.link.ProductLinks;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.qualification.Papers;
import com.wechaterp.hub.quota.Quotas;
import com.wechaterp.hub.quota.QuotasOf;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkHeaders;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.mockito.AdditionalAnswers;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of {@code products-push} as the route runs them, against a WeChat that can falter. */
abstract class PushFixture {

  static final String SUBMITTED_BEFORE = "2026-01-01 10:00:00";
  static final String SUBMITTED_NOW = "2026-01-02 10:00:00";
  static final Product SPRING = Products.tea("Spring green tea", 5900);
  static final Product AUTUMN = Products.tea("Autumn green tea", 5900);

  final HikariDataSource database = HubDatabase.h2();
  final ProductLinks links =
      Mockito.mock(ProductLinks.class, AdditionalAnswers.delegatesTo(LinksOf.products(database)));
  final Quotas quotas = QuotasOf.database(database, 4, 100, Clock.systemUTC());
  final WorkList work = Mockito.mock(WorkList.class);
  UnaryOperator<String> pictures = source -> "https://mmecimage.cn/p/" + source.hashCode();
  final FalteringWeChat wechat = new FalteringWeChat();
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  final ProductState state =
      new ProductState(
          links,
          wechat,
          new StaticListableBeanFactory().getBeanProvider(Erp.class),
          work,
          Mockito.mock(Timeline.class),
          transaction);
  Papers papers = Papers.NONE;
  @Nullable SpuRequest lastRequest;
  final Categories categories = CategoriesOf.database(database, wechat);
  final ProductFlow flow =
      new ProductFlow(
          new ProductSettings(Gone.DELETE, 60, 5, 50),
          categories,
          account -> papers,
          links,
          state,
          (account, source) -> pictures.apply(source),
          quotas,
          work,
          Mockito.mock(Timeline.class),
          transaction);
  private final DefaultCamelContext camel = new DefaultCamelContext();

  @AfterEach
  void close() throws IOException {
    camel.close();
    database.close();
  }

  void onSale() {
    push(SPRING);
    wechat.shows(EditStatus.PASSED, 5, SUBMITTED_BEFORE);
    state.read("main", "T1");
    assertThat(links.of("main", "T1").edit()).isEqualTo(EditStatus.PASSED);
    wechat.sent.clear();
  }

  void losesTheAnswerTo(@Nullable Product wanted) {
    wechat.losesTheAnswer = true;
    WeChatException lost = catchThrowableOfType(WeChatException.class, () -> push(wanted));
    assertThat(lost.outcomeUnknown()).isTrue();
    assertThat(links.of("main", "T1").sending()).isNotNull();
  }

  HoldException held(Product wanted, Release release) {
    HoldException hold = catchThrowableOfType(HoldException.class, () -> push(wanted));
    assertThat(hold).isNotNull();
    assertThat(hold.hold().release()).isEqualTo(release);
    return hold;
  }

  void push(@Nullable Product wanted) {
    Exchange exchange = new DefaultExchange(camel);
    exchange.getMessage().setHeader(WorkHeaders.ACCOUNT, "main");
    exchange.getMessage().setHeader(WorkHeaders.KEY, "T1");
    exchange.getMessage().setBody(wanted);
    flow.plan(exchange);
    while (flow.more(exchange)) {
      flow.next(exchange);
      SpuRequest request = exchange.getMessage().getBody(SpuRequest.class);
      lastRequest = request;
      try {
        exchange.getMessage().setBody(wechat.call("main", request.operation(), Map.of()));
      } catch (WeChatException e) {
        exchange.setProperty("ProductRefusal", e);
      }
      flow.answered(exchange);
    }
    flow.finish(exchange);
  }
}
