package com.wechaterp.hub.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.category.Categories;
import com.wechaterp.hub.category.CategoriesOf;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.image.Pictures;
import com.wechaterp.hub.link.EditStatus;
import com.wechaterp.hub.link.LinksOf;
import com.wechaterp.hub.link.ProductLinks;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.qualification.Papers;
import com.wechaterp.hub.quota.Quotas;
import com.wechaterp.hub.quota.QuotasOf;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.ShippedRoute;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.mockito.AdditionalAnswers;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The delivered route {@code products-push}, against a WeChat that can falter. */
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
  final Categories categories = CategoriesOf.database(database, wechat);
  final ProductFlow flow =
      new ProductFlow(
          new ProductSettings(Gone.DELETE, 60, 5, 50),
          categories,
          account -> papers,
          links,
          state,
          new Pictures(
              (account, source) -> pictures.apply(source),
              Duration.ofMinutes(2),
              Clock.systemUTC()),
          quotas,
          work,
          Mockito.mock(Timeline.class),
          transaction);
  private final ShippedRoute route =
      new ShippedRoute(
          "products.camel.yaml",
          "products-push",
          wechat,
          Map.of("productFlow", flow),
          List.of(new SpuTransformer()));

  @AfterEach
  void close() {
    route.close();
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
    route.send("T1", wanted);
  }
}
