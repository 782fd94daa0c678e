package com.wechaterp.hub.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.image.ImageException;
import com.wechaterp.hub.image.PictureAwayException;
import com.wechaterp.hub.link.EditStatus;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.quota.QuotaState;
import com.wechaterp.hub.quota.Quotas;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.dao.OptimisticLockingFailureException;

/** When a push spends WeChat's audit allowance, and when it gets it back. */
class ProductAllowanceTest extends PushFixture {

  @Test
  void spendsOneForEachSubmission() {
    push(SPRING);

    assertThat(used()).isEqualTo(1);
  }

  @Test
  void getsBackWhatAnAddCostThatDidNotArrive() {
    losesTheAnswerTo(SPRING);
    assertThat(used()).isEqualTo(1);

    push(SPRING);

    assertThat(wechat.sent).containsExactly("shop/spu/add", "shop/spu/add");
    assertThat(used()).isEqualTo(1);
  }

  @Test
  void keepsWhatAnAddCostThatArrivedWithoutAnAnswer() {
    losesTheAnswerTo(SPRING);
    wechat.shows(EditStatus.IN_AUDIT, 0, SUBMITTED_NOW);

    push(SPRING);

    assertThat(used()).isEqualTo(1);
  }

  @Test
  void getsItBackWhenTheCallCannotBeNoted() {
    Mockito.doThrow(new OptimisticLockingFailureException("changed by another"))
        .when(links)
        .save(Mockito.any());

    assertThat(catchThrowableOfType(OptimisticLockingFailureException.class, () -> push(SPRING)))
        .isNotNull();
    assertThat(wechat.sent).isEmpty();
    assertThat(used()).isZero();
  }

  @Test
  void getsItBackWhenTheTokenWasRefusedBeforeTheCall() {
    wechat.refuses = FalteringWeChat.refusal("token", 40013, ErrorCategory.CONFIG);

    assertThat(catchThrowableOfType(WeChatException.class, () -> push(SPRING))).isNotNull();

    assertThat(used()).isZero();
  }

  @Test
  void getsItBackWhenTheCallWasRefusedForItsToken() {
    wechat.refuses = FalteringWeChat.refusal("shop/spu/add", 40001, ErrorCategory.TOKEN);

    assertThat(catchThrowableOfType(WeChatException.class, () -> push(SPRING))).isNotNull();

    assertThat(used()).isZero();
  }

  @Test
  void tellsTheErpWhatAPushReadBack() {
    losesTheAnswerTo(SPRING);
    wechat.shows(EditStatus.IN_AUDIT, 0, SUBMITTED_NOW);

    push(SPRING);

    Mockito.verify(work)
        .mark(new WorkKey("product-audits", "main", "T1"), WorkPriority.NORMAL, "read back");
  }

  @Test
  void spendsNothingOnAProductWhosePictureCannotBeUsed() {
    pictures =
        source -> {
          throw new ImageException("HTTP 404", "HTTP 404", false);
        };

    HoldException hold = held(SPRING, Release.ERP_CHANGE);

    assertThat(hold.problem().code()).isEqualTo("product-image-failed");
    assertThat(hold.problem().sentence(Language.ZH)).contains("T1", "HTTP 404");
    assertThat(quotas.states()).isEmpty();
    assertThat(wechat.sent).isEmpty();
  }

  @Test
  void triesAProductAgainWhosePictureIsAwayForAWhile() {
    pictures =
        source -> {
          throw new ImageException("HTTP 503", "HTTP 503", true);
        };

    PictureAwayException away =
        catchThrowableOfType(PictureAwayException.class, () -> push(SPRING));

    assertThat(away.problem().sentence(Language.ZH)).contains("T1", "HTTP 503", "重试");
    assertThat(quotas.states()).isEmpty();
    assertThat(wechat.sent).isEmpty();
  }

  @Test
  void waitsForTheDayWhenWeChatSaysThatItsLimitIsReached() {
    wechat.refuses = FalteringWeChat.refusal("shop/spu/add", 45009, ErrorCategory.LIMIT);

    HoldException hold = held(SPRING, Release.QUOTA);

    assertThat(hold.hold().priority()).isEqualTo(WorkPriority.NEW_ON_SALE);
    assertThat(Instant.parse(hold.problem().facts().get("eta"))).isAfter(Instant.now());
    assertThat(links.of("main", "T1").sending()).isNull();
    assertThat(quotas.take("main", Quotas.SPU_AUDIT)).isPresent();
  }

  @Test
  void tellsEachWaitingProductALaterTimeThanThoseBeforeIt() {
    for (int i = 0; i < 4; i++) {
      quotas.take("main", Quotas.SPU_AUDIT);
    }
    String first = held(SPRING, Release.QUOTA).problem().facts().get("eta");
    Mockito.when(work.waitingFor(Release.QUOTA, "main")).thenReturn(4);

    String fifth = held(SPRING, Release.QUOTA).problem().facts().get("eta");

    assertThat(Instant.parse(fifth)).isEqualTo(Instant.parse(first).plusSeconds(3600));
  }

  @Test
  void sendsPricesWhenTheAllowanceIsSpent() {
    onSale();
    while (quotas.take("main", Quotas.SPU_AUDIT).isEmpty()) {
      assertThat(wechat.sent).isEmpty();
    }

    push(Products.tea("Spring green tea", 6100));

    assertThat(wechat.sent).containsExactly("shop/spu/update_without_audit");
  }

  @Test
  void releasesAsManyOfEachAccountAsItsAllowanceHasRoomFor() {
    quotas.take("main", Quotas.SPU_AUDIT);
    for (int i = 0; i < 4; i++) {
      quotas.take("second", Quotas.SPU_AUDIT);
    }
    quotas.take("third", Quotas.SPU_AUDIT);
    Mockito.when(work.waitingFor(Mockito.eq(Release.QUOTA), Mockito.anyString())).thenReturn(2);
    Mockito.when(work.waitingFor(Release.QUOTA, "main")).thenReturn(900);

    flow.release();

    Mockito.verify(work).release(Release.QUOTA, "main", 3);
    Mockito.verify(work).release(Release.QUOTA, "second", 0);
    Mockito.verify(work).release(Release.QUOTA, "third", 2);
  }

  @Test
  void keepsTheNoteOfACallWhoseRefusalIsNoRefusal() {
    wechat.losesTheAnswer = true;

    WeChatException lost = catchThrowableOfType(WeChatException.class, () -> push(SPRING));

    assertThat(lost.outcomeUnknown()).isTrue();
    assertThat(links.of("main", "T1").sending()).isNotNull();
    assertThat(used()).isEqualTo(1);
  }

  private int used() {
    return quotas.states().stream()
        .filter(state -> state.window().equals("hour"))
        .mapToInt(QuotaState::used)
        .sum();
  }
}
