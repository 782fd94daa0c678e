package com.wechaterp.hub.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.erp.ErpException;
import com.wechaterp.hub.link.EditStatus;
import com.wechaterp.hub.link.LinksOf;
import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.link.ProductLinks;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a product's state when it is read back from WeChat. */
class ProductReadBackTest {

  private static final String CHANGED = "state at WeChat changed";
  private static final Product TEA = Products.tea("Spring green tea", 5900);

  private final HikariDataSource database = HubDatabase.h2();
  private final ProductLinks links = LinksOf.products(database);
  private final WorkList work = mock(WorkList.class);
  private final WeChat wechat = mock(WeChat.class);
  private final Erp erp = mock(Erp.class);
  private final Timeline timeline = mock(Timeline.class);
  private final ProductState state =
      new ProductState(
          links,
          wechat,
          new StaticListableBeanFactory(Map.of("sqlErp", erp)).getBeanProvider(Erp.class),
          work,
          timeline,
          new TransactionTemplate(new JdbcTransactionManager(database)));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void tellsTheErpWhatWeChatDecidedInWeChatsOwnWords() {
    submitted("main", "T1");
    when(erp.has("product-state")).thenReturn(true);
    shows(EditStatus.REJECTED, 0, "picture is blurred");

    state.read("main", "T1");

    verify(erp)
        .write(
            "product-state",
            Map.of(
                "out_product_id", "T1",
                "product_id", "77",
                "edit_status", 3,
                "edit_status_name", "审核失败",
                "status", 0,
                "status_name", "初始值",
                "reject_reason", "picture is blurred"));
    assertThat(links.of("main", "T1").rejected()).isEqualTo(Fingerprint.of(TEA));
    verify(work).mark(new WorkKey("products", "main", "T1"), WorkPriority.EVENT, CHANGED);
  }

  @Test
  void leavesAProductInAuditThatWeChatHasNotSubmittedYet() {
    ProductLink sent =
        links.save(
            ProductLink.unknown("main", "T1")
                .submitted("77", AfterCall.begin(SpuOperation.ADD, TEA, Instant.now())));
    shows(EditStatus.EDITING, 0, "");

    state.read("main", "T1");

    assertThat(links.of("main", "T1")).isEqualTo(sent);
    verify(work, never()).mark(any(), anyInt(), anyString());
  }

  @Test
  void takesADraftForOneThatWeChatHadLongToSubmit() {
    submitted("main", "T1");
    shows(EditStatus.EDITING, 0, "");

    state.read("main", "T1");

    assertThat(links.of("main", "T1").edit()).isEqualTo(EditStatus.EDITING);
  }

  @Test
  void goesOnWithoutThePortForTheState() {
    submitted("main", "T1");
    shows(EditStatus.PASSED, 0, "");

    state.read("main", "T1");

    verify(erp, never()).write(any(), any());
    assertThat(links.of("main", "T1").edit()).isEqualTo(EditStatus.PASSED);
  }

  @Test
  void looksAgainWhenTheErpCouldNotBeTold() {
    submitted("main", "T1");
    when(erp.has("product-state")).thenReturn(true);
    doThrow(new ErpException(Problem.of("erp-unreachable"), ErpException.Kind.OUTAGE, null))
        .when(erp)
        .write(any(), any());
    shows(EditStatus.PASSED, 0, "");

    assertThat(catchThrowableOfType(ErpException.class, () -> state.read("main", "T1")))
        .isNotNull();

    assertThat(links.of("main", "T1").edit()).isEqualTo(EditStatus.IN_AUDIT);
  }

  @Test
  void wakesNobodyWhenNothingChanged() {
    submitted("main", "T1");
    shows(EditStatus.PASSED, 5, "");
    state.read("main", "T1");
    long version = links.of("main", "T1").version();

    state.read("main", "T1");

    verify(work).mark(any(), anyInt(), anyString());
    assertThat(links.of("main", "T1").version()).isEqualTo(version);
  }

  @Test
  void leavesAProductAloneThatWasNeverSentOrIsDeleted() {
    links.save(submitted("main", "T2").gone());

    state.read("main", "T1");
    state.read("main", "T2");

    verify(wechat, never()).call(any(), any(), any());
  }

  @Test
  void keepsTheNoteOfACallThatBeganWhileItWasReadBack() {
    submitted("main", "T1");
    doAnswer(
            call -> {
              links.save(
                  links
                      .of("main", "T1")
                      .sending(AfterCall.begin(SpuOperation.DEL_AUDIT, TEA, Instant.now())));
              return answer(EditStatus.PASSED, 0, "");
            })
        .when(wechat)
        .call(any(), eq(SpuOperation.GET), any());

    assertThat(
            catchThrowableOfType(
                OptimisticLockingFailureException.class, () -> state.read("main", "T1")))
        .isNotNull();

    assertThat(links.of("main", "T1").sending()).isNotNull();
    verify(work, never()).mark(any(), anyInt(), anyString());
  }

  @Test
  void takesAnAnswerThatCannotBeReadForNoNews() {
    submitted("main", "T1");
    when(wechat.call(any(), any(), any())).thenReturn(Map.of("errcode", 0L));

    state.read("main", "T1");

    assertThat(links.of("main", "T1").edit()).isEqualTo(EditStatus.IN_AUDIT);
  }

  @Test
  void readsNumbersThatComeAsText() {
    submitted("main", "T1");
    when(wechat.call(any(), any(), any()))
        .thenReturn(
            Map.of(
                "spu",
                Map.of("product_id", "9007199254740993", "edit_status", "4", "status", "5")));

    state.read("main", "T1");

    assertThat(links.of("main", "T1").productId()).isEqualTo("9007199254740993");
    assertThat(links.of("main", "T1").edit()).isEqualTo(EditStatus.PASSED);
  }

  @Test
  void asksAPersonAboutAProductThatWeChatNoLongerShows() {
    ProductLink before = submitted("main", "T1");
    when(wechat.call(any(), any(), any()))
        .thenThrow(FalteringWeChat.refusal(SpuOperation.GET, 9401002, ErrorCategory.PERMANENT));

    HoldException hold = catchThrowableOfType(HoldException.class, () -> state.read("main", "T1"));

    assertThat(hold.hold().release()).isEqualTo(Release.PERSON);
    assertThat(hold.problem().sentence(Language.ZH)).contains("商品 T1", "product_id 为 77", "微信后台");
    assertThat(links.of("main", "T1")).isEqualTo(before);
  }

  @Test
  void leavesTheLinkAsItIsWhenWeChatIsAway() {
    ProductLink before = submitted("main", "T1");
    when(wechat.call(any(), any(), any()))
        .thenThrow(FalteringWeChat.refusal(SpuOperation.GET, 0, ErrorCategory.OUTAGE));

    assertThat(catchThrowableOfType(WeChatException.class, () -> state.read("main", "T1")))
        .isNotNull();

    assertThat(links.of("main", "T1")).isEqualTo(before);
  }

  @Test
  void looksForProductsInAuditOfEveryAccount() {
    submitted("main", "T1");
    submitted("second", "T2");
    ProductLink decided = submitted("second", "T3");
    links.save(decided.states("77", EditStatus.PASSED.code(), 5, ""));

    state.findInAudit();

    verify(work).markAll("product-audits", "main", List.of("T1"), WorkPriority.NORMAL, "in audit");
    verify(work)
        .markAll("product-audits", "second", List.of("T2"), WorkPriority.NORMAL, "in audit");
  }

  private ProductLink submitted(String account, String id) {
    return links.save(
        ProductLink.unknown(account, id)
            .submitted(
                "77",
                AfterCall.begin(SpuOperation.ADD, TEA, Instant.parse("2026-01-01T00:00:00Z"))));
  }

  private void shows(EditStatus edit, int status, String reason) {
    when(wechat.call("main", SpuOperation.GET, Map.of("out_product_id", "T1", "need_edit_spu", 1L)))
        .thenReturn(answer(edit, status, reason));
  }

  private static Map<String, Object> answer(EditStatus edit, int status, String reason) {
    return Map.of(
        "spu",
        Map.of(
            "product_id",
            77L,
            "edit_status",
            (long) edit.code(),
            "status",
            (long) status,
            "audit_info",
            Map.of("submit_time", "2026-01-01 08:00:00", "reject_reason", reason)));
  }
}
