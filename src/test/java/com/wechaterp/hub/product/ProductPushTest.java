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
import com.wechaterp.hub.quota.Quotas;
import com.wechaterp.hub.quota.QuotasOf;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkHeaders;
import com.wechaterp.hub.work.WorkList;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of {@code products-push} as the route runs them, against a WeChat that can falter. */
class ProductPushTest {

  private static final String SUBMITTED_BEFORE = "2026-01-01 10:00:00";
  private static final String SUBMITTED_NOW = "2026-01-02 10:00:00";
  private static final Product SPRING = Products.tea("Spring green tea", 5900);
  private static final Product AUTUMN = Products.tea("Autumn green tea", 5900);

  private final HikariDataSource database = HubDatabase.h2();
  private final ProductLinks links = LinksOf.products(database);
  private final Quotas quotas = QuotasOf.database(database, 4, 100, Clock.systemUTC());
  private final WorkList work = Mockito.mock(WorkList.class);
  private final FalteringWeChat wechat = new FalteringWeChat();
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  private final ProductState state =
      new ProductState(
          links,
          wechat,
          new StaticListableBeanFactory().getBeanProvider(Erp.class),
          work,
          Mockito.mock(Timeline.class),
          transaction);
  private final Categories categories = CategoriesOf.database(database, wechat);
  private final ProductFlow flow =
      new ProductFlow(
          new ProductSettings(Gone.DELETE, 60, 5, 50),
          categories,
          links,
          state,
          (account, source) -> "https://mmecimage.cn/p/" + source.hashCode(),
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

  @Test
  void doesNotAddAgainWhatArrivedWithoutAnAnswer() {
    losesTheAnswerTo(SPRING);
    wechat.shows(EditStatus.IN_AUDIT, 0, SUBMITTED_NOW);

    push(SPRING);

    assertThat(wechat.sent).containsExactly("shop/spu/add");
  }

  @Test
  void addsAgainWhatDidNotArrive() {
    losesTheAnswerTo(SPRING);

    push(SPRING);

    assertThat(wechat.sent).containsExactly("shop/spu/add", "shop/spu/add");
  }

  @Test
  void doesNotSubmitAnUpdateAgainThatWasApprovedBeforeItsAnswerWasKnown() {
    onSale();
    losesTheAnswerTo(AUTUMN);
    wechat.shows(EditStatus.PASSED, 5, SUBMITTED_NOW);

    push(AUTUMN);

    assertThat(wechat.sent).containsExactly("shop/spu/update");
  }

  @Test
  void doesNotSubmitRejectedContentAgainThatWasRejectedBeforeItsAnswerWasKnown() {
    onSale();
    losesTheAnswerTo(AUTUMN);
    wechat.shows(EditStatus.REJECTED, 5, SUBMITTED_NOW);

    assertThat(held(AUTUMN, Release.ERP_CHANGE).problem().code()).isEqualTo("product-rejected");
    assertThat(wechat.sent).containsExactly("shop/spu/update");
  }

  @Test
  void submitsAnUpdateAgainThatDidNotArrive() {
    onSale();
    losesTheAnswerTo(AUTUMN);

    push(AUTUMN);

    assertThat(wechat.sent).containsExactly("shop/spu/update", "shop/spu/update");
  }

  @Test
  void takesAProductThatIsNoLongerThereForDeletedAfterADeletionWithoutAnAnswer() {
    onSale();
    losesTheAnswerTo(null);
    wechat.shows = null;

    push(null);

    assertThat(links.of("main", "T1").deleted()).isTrue();
    assertThat(wechat.sent).containsExactly("shop/spu/del");
  }

  @Test
  void takesTheRefusalToDeleteWhatIsNotThereForDone() {
    onSale();
    wechat.refuses = FalteringWeChat.refusal("shop/spu/del", 9401002, ErrorCategory.PERMANENT);

    push(null);

    assertThat(links.of("main", "T1").deleted()).isTrue();
  }

  @Test
  void asksAPersonWhenWeChatKeepsTheIdOfAProductItDoesNotShow() {
    wechat.refuses = FalteringWeChat.refusal("shop/spu/add", 1000012, ErrorCategory.PERMANENT);

    assertThat(held(SPRING, Release.PERSON).problem().code()).isEqualTo("product-id-taken");
  }

  @Test
  void adoptsAProductThatWeChatHasAlready() {
    wechat.refuses = FalteringWeChat.refusal("shop/spu/add", 1000012, ErrorCategory.PERMANENT);
    wechat.shows(EditStatus.PASSED, 5, SUBMITTED_BEFORE);

    push(SPRING);

    assertThat(links.of("main", "T1").productId()).isEqualTo("77");
    Mockito.verify(work).mark(Mockito.any(), Mockito.anyInt(), Mockito.contains("1000012"));
  }

  @Test
  void givesTheAllowanceBackForACallThatNeverReachedWeChat() {
    for (int i = 0; i < 5; i++) {
      wechat.refuses = FalteringWeChat.refusal("shop/spu/add", 0, ErrorCategory.OUTAGE);
      assertThat(catchThrowableOfType(WeChatException.class, () -> push(SPRING))).isNotNull();
    }

    push(SPRING);

    assertThat(wechat.sent).hasSize(6);
  }

  @Test
  void holdsWhatWeChatWouldNotTakeBeforeItCostsAnAllowance() {
    wechat.opens = false;

    assertThat(held(SPRING, Release.CONFIG_CHANGE).problem().code())
        .isEqualTo("product-category-not-open");
    assertThat(wechat.sent).isEmpty();
    assertThat(quotas.states()).isEmpty();
  }

  @Test
  void sendsThePriceOfAProductThatMustWaitForItsCategory() {
    onSale();
    wechat.opens = false;
    categories.forget("main");

    held(Products.tea("Autumn green tea", 6100), Release.CONFIG_CHANGE);

    assertThat(wechat.sent).containsExactly("shop/spu/update_without_audit");
  }

  @Test
  void holdsForTheAllowanceWhenItIsSpent() {
    for (int i = 0; i < 4; i++) {
      quotas.take("main", Quotas.SPU_AUDIT);
    }

    assertThat(held(SPRING, Release.QUOTA).problem().code()).isEqualTo("product-quota");
    assertThat(wechat.sent).isEmpty();
  }

  @Test
  void doesNotReadAProductBackWhosePushIsUnderWay() {
    onSale();
    losesTheAnswerTo(AUTUMN);

    state.read("main", "T1");

    assertThat(links.of("main", "T1").sending()).isNotNull();
  }

  @Test
  void sendsNoSkusWhenOnlyThePageChanged() {
    assertThat(
            SpuBody.of(
                SpuOperation.UPDATE_WITHOUT_AUDIT, SPRING.withSkus(List.of()), picture -> picture))
        .containsOnlyKeys("out_product_id", "path");
  }

  private void onSale() {
    push(SPRING);
    wechat.shows(EditStatus.PASSED, 5, SUBMITTED_BEFORE);
    state.read("main", "T1");
    assertThat(links.of("main", "T1").edit()).isEqualTo(EditStatus.PASSED);
    wechat.sent.clear();
  }

  private void losesTheAnswerTo(@Nullable Product wanted) {
    wechat.losesTheAnswer = true;
    WeChatException lost = catchThrowableOfType(WeChatException.class, () -> push(wanted));
    assertThat(lost.outcomeUnknown()).isTrue();
    assertThat(links.of("main", "T1").sending()).isNotNull();
  }

  private HoldException held(Product wanted, Release release) {
    HoldException hold = catchThrowableOfType(HoldException.class, () -> push(wanted));
    assertThat(hold).isNotNull();
    assertThat(hold.hold().release()).isEqualTo(release);
    return hold;
  }

  private void push(@Nullable Product wanted) {
    Exchange exchange = new DefaultExchange(camel);
    exchange.getMessage().setHeader(WorkHeaders.ACCOUNT, "main");
    exchange.getMessage().setHeader(WorkHeaders.KEY, "T1");
    exchange.getMessage().setBody(wanted);
    flow.plan(exchange);
    while (flow.more(exchange)) {
      flow.next(exchange);
      SpuRequest request = exchange.getMessage().getBody(SpuRequest.class);
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
