package com.wechaterp.hub.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.link.EditStatus;
import com.wechaterp.hub.link.SkuFigures;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.quota.QuotaState;
import com.wechaterp.hub.quota.Quotas;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/** What is sent, and not sent again, when answers are lost or calls are refused. */
class ProductPushTest extends PushFixture {

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
  void waitsAnHourWithAProductThatWasSubmittedTooOftenAndKeepsTheAllowance() {
    wechat.refuses = FalteringWeChat.refusal("shop/spu/add", 1000019, ErrorCategory.LIMIT);

    HoldException hold = held(SPRING, Release.TIME);

    assertThat(hold.problem().code()).isEqualTo("product-submitted-too-often");
    assertThat(Objects.requireNonNull(hold.hold().until()))
        .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3601));
    assertThat(quotas.states()).extracting(QuotaState::used).allMatch(used -> used == 0);
    wechat.refuses = null;
    assertThat(quotas.take("main", Quotas.SPU_AUDIT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1000005, 1000006, 1000021, 1000042})
  void waitsForWhatOpensUpBesideTheProduct(int errcode) {
    wechat.refuses = FalteringWeChat.refusal("shop/spu/add", errcode, ErrorCategory.PERMANENT);

    assertThat(held(SPRING, Release.CONFIG_CHANGE).hold().until()).isAfter(Instant.now());
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
  void sendsTheStockOfTheOtherSkusWhereOneIsBad() {
    onSale();
    Product bad =
        Products.product(
            "Spring green tea",
            true,
            List.of(Products.sku("T1-50", 0, 3), Products.sku("T1-100", 9900, 2)));

    assertThat(held(bad, Release.ERP_CHANGE).problem().code()).isEqualTo("product-price");

    assertThat(wechat.sent).containsExactly("shop/spu/update_without_audit");
    assertThat(links.of("main", "T1").figures().get("T1-100").stock()).isEqualTo(2);
    // The SKU without a price keeps the one WeChat has, and must not be sold on.
    assertThat(links.of("main", "T1").figures().get("T1-50"))
        .isEqualTo(new SkuFigures(5900, 12000, 3, "", ""));
    wechat.sent.clear();
    held(bad, Release.ERP_CHANGE);
    assertThat(wechat.sent).isEmpty();
  }

  @Test
  void sendsTheStockOfAProductThatCouldNotBeReadInFull() {
    onSale();
    Problem wrong = Problem.of("erp-value-wrong", "key", "T1", "column", "skus.attrs");
    Product bad =
        Products.product("", true, List.of(Products.sku("T1-50", 5900, 0)), List.of(wrong));

    assertThat(held(bad, Release.ERP_CHANGE).problem()).isEqualTo(wrong);

    assertThat(wechat.sent).containsExactly("shop/spu/update_without_audit");
    assertThat(links.of("main", "T1").figures().get("T1-50").stock()).isZero();
  }

  @Test
  void sendsNothingOfASkuThatIsThereTwiceNorOfANewOne() {
    onSale();
    Product bad =
        Products.product(
            "Spring green tea",
            true,
            List.of(
                Products.sku("T1-50", 5900, 3),
                Products.sku("T1-50", 5900, 4),
                Products.sku("T1-200", 0)));

    held(bad, Release.ERP_CHANGE);

    assertThat(wechat.sent).isEmpty();
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

  @Test
  void deletesAgainWhatWasNotDeleted() {
    onSale();
    losesTheAnswerTo(null);

    push(null);

    assertThat(wechat.sent).containsExactly("shop/spu/del", "shop/spu/del");
    assertThat(links.of("main", "T1").deleted()).isTrue();
  }

  @Test
  void holdsWithWeChatsReasonWhatWeChatRefuses() {
    wechat.shows = null;
    wechat.refuses = FalteringWeChat.refusal("shop/spu/add", 1000011, ErrorCategory.PERMANENT);

    HoldException hold = held(SPRING, Release.ERP_CHANGE);

    assertThat(hold.problem().facts()).containsEntry("error", "1000011");
    assertThat(links.of("main", "T1").sending()).isNull();
  }
}
