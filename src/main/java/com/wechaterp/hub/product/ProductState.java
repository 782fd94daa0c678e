package com.wechaterp.hub.product;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.EditStatus;
import com.wechaterp.hub.link.ProductLink;
import com.wechaterp.hub.link.ProductLinks;
import com.wechaterp.hub.link.Sending;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkHeaders;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads back what WeChat has of a product, and tells the ERP. */
public class ProductState {

  /** Stands before WeChat's id in keys of events that name no id of the merchant. */
  /** How long WeChat may take to submit what it was sent. */
  private static final Duration MOMENT = Duration.ofMinutes(5);

  private static final String WX = "wx:";

  private final ProductLinks links;
  private final WeChat wechat;
  private final ObjectProvider<Erp> erp;
  private final WorkList work;
  private final Timeline timeline;
  private final TransactionTemplate transaction;
  private final Clock clock = Clock.systemUTC();

  ProductState(
      ProductLinks links,
      WeChat wechat,
      ObjectProvider<Erp> erp,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction) {
    this.links = links;
    this.wechat = wechat;
    this.erp = erp;
    this.work = work;
    this.timeline = timeline;
    this.transaction = transaction;
  }

  /**
   * Reads one product back, writes its state to the ERP and has the product looked at again.
   *
   * <p>A product whose push is under way is left alone: the push itself has it read back. A key
   * with WeChat's id stands for the product's own key.
   */
  public void read(
      @Header(WorkHeaders.ACCOUNT) String account, @Header(WorkHeaders.KEY) String key) {
    if (key.startsWith(WX)) {
      markOwnKey(account, key.substring(WX.length()));
      return;
    }
    ProductLink known = links.of(account, key);
    if (!known.exists() || known.deleted() || known.sending() != null) {
      return;
    }
    ProductLink seen = look(known);
    if (submittedJustNow(known, seen)) {
      return;
    }
    Erp merchant = erp.getIfAvailable();
    if (merchant != null && merchant.has("product-state")) {
      merchant.write("product-state", values(seen));
    }
    if (!seen.equals(known)) {
      transaction.executeWithoutResult(status -> changed(seen));
    }
  }

  /**
   * WeChat shows a draft for a moment before it submits it itself; that is no draft to send again.
   */
  private boolean submittedJustNow(ProductLink known, ProductLink seen) {
    Instant submitted = known.submittedAt();
    return known.edit() == EditStatus.IN_AUDIT
        && (seen.edit() == EditStatus.INITIAL || seen.edit() == EditStatus.EDITING)
        && submitted != null
        && submitted.plus(MOMENT).isAfter(clock.instant());
  }

  /** Products that nobody sent through the hub are nothing to it. */
  private void markOwnKey(String account, String productId) {
    links
        .outProductId(account, productId)
        .or(() -> askedOf(account, productId))
        .ifPresent(
            own ->
                work.mark(
                    new WorkKey("product-audits", account, own),
                    WorkPriority.EVENT,
                    "WeChat event for product " + productId));
  }

  /** The event may be faster than the answer that told the hub the product's number. */
  private Optional<String> askedOf(String account, String productId) {
    try {
      Map<String, Object> answer =
          wechat.call(
              account, SpuOperation.GET, Map.of("product_id", productId, "need_edit_spu", 1L));
      return answer.get("spu") instanceof Map<?, ?> spu
          ? Optional.of(text(spu.get("out_product_id"))).filter(own -> !own.isEmpty())
          : Optional.empty();
    } catch (WeChatException e) {
      if (e.category() != ErrorCategory.PERMANENT) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Marks the products that wait for WeChat's decision, so that none depends on an event. */
  public void findInAudit() {
    for (String account : links.accountsInAudit()) {
      work.markAll(
          "product-audits",
          account,
          links.inAudit(account, clock.instant(), 1000),
          WorkPriority.NORMAL,
          "in audit");
    }
  }

  /**
   * Returns the link as WeChat has it now, with the outcome of a call that was begun.
   *
   * @throws HoldException if WeChat no longer shows what it had
   */
  ProductLink look(ProductLink known) {
    try {
      Map<String, Object> answer =
          wechat.call(
              known.account(),
              SpuOperation.GET,
              Map.of("out_product_id", known.outProductId(), "need_edit_spu", 1L));
      return answer.get("spu") instanceof Map<?, ?> spu ? seen(known, spu) : known.sending(null);
    } catch (WeChatException e) {
      if (deletedByUs(known, e)) {
        return known.gone();
      }
      if (known.exists() && SpuOperation.missing(e.errcode())) {
        throw new HoldException(Hold.of(missing(known), Release.PERSON), e);
      }
      if (known.exists() || e.category() != ErrorCategory.PERMANENT) {
        throw e;
      }
      return known.sending(null);
    }
  }

  /** Whether it was deleted for good is not for the hub to guess: a person looks, or the next. */
  private static Problem missing(ProductLink known) {
    return Problem.of("product-missing", "key", known.outProductId(), "id", known.productId());
  }

  private static boolean deletedByUs(ProductLink known, WeChatException answer) {
    Sending begun = known.sending();
    return begun != null
        && begun.operation().equals(SpuOperation.DEL)
        && SpuOperation.missing(answer.errcode());
  }

  /** Returns the link as a document of WeChat shows it. */
  static ProductLink seen(ProductLink known, Map<?, ?> spu) {
    Map<?, ?> audit = spu.get("audit_info") instanceof Map<?, ?> info ? info : Map.of();
    int edit = number(spu.get("edit_status"));
    String submitTime = text(audit.get("submit_time"));
    Sending begun = known.sending();
    ProductLink settled =
        begun != null && arrived(known, begun, edit, submitTime)
            ? known.submitted(text(spu.get("product_id")), begun)
            : known.sending(null);
    return settled
        .states(
            text(spu.get("product_id")),
            edit,
            number(spu.get("status")),
            text(audit.get("reject_reason")))
        .submitTime(submitTime);
  }

  /**
   * Returns whether a call without an answer took effect.
   *
   * <p>An update is submitted only when no audit is open. So a draft that is in audit, or was
   * decided after a submission the hub has not seen, is the one that was sent.
   */
  private static boolean arrived(ProductLink known, Sending begun, int edit, String submitTime) {
    if (begun.operation().equals(SpuOperation.ADD)) {
      return true;
    }
    if (!begun.operation().equals(SpuOperation.UPDATE)) {
      return false;
    }
    boolean decided = edit == EditStatus.REJECTED.code() || edit == EditStatus.PASSED.code();
    return edit == EditStatus.IN_AUDIT.code()
        || decided && !known.submitTime().isEmpty() && !known.submitTime().equals(submitTime);
  }

  private void changed(ProductLink seen) {
    links.save(seen);
    String states = seen.edit().chinese() + " / " + seen.sale().chinese();
    timeline.record(
        seen.account(), "product", seen.outProductId(), "seen", states + " " + seen.reason());
    work.mark(
        new WorkKey("products", seen.account(), seen.outProductId()),
        WorkPriority.EVENT,
        "state at WeChat changed");
  }

  private static Map<String, Object> values(ProductLink link) {
    return Map.of(
        "out_product_id", link.outProductId(),
        "product_id", link.productId(),
        "edit_status", link.editCode(),
        "edit_status_name", link.edit().chinese(),
        "status", link.saleCode(),
        "status_name", link.sale().chinese(),
        "reject_reason", link.reason());
  }

  private static String text(@org.jspecify.annotations.Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static int number(@org.jspecify.annotations.Nullable Object value) {
    return value == null ? 0 : Integer.parseInt(value.toString());
  }
}
