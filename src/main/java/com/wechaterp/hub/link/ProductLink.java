package com.wechaterp.hub.link;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the hub knows about one product at WeChat.
 *
 * @param account the WeChat account
 * @param outProductId the merchant's id
 * @param productId WeChat's id, empty until it is known
 * @param editCode the draft's state as WeChat numbers it
 * @param saleCode the online copy's state as WeChat numbers it
 * @param deleted whether the product was deleted at WeChat, which is final
 * @param sent fingerprint of the content last sent, empty if unknown
 * @param rejected fingerprint of the content WeChat rejected last, empty if none
 * @param path the page last sent
 * @param figures the figures last sent, by {@code out_sku_id}
 * @param onlineSkus the SKUs of the online copy
 * @param reason why WeChat rejected or delisted it, empty if it did not
 * @param submittedAt when the draft was last submitted; null if never
 * @param submitTime {@code audit_info.submit_time} of the draft as WeChat last showed it, in its
 *     own words; empty if it was never seen
 * @param sending the call whose outcome is not known; null if all are
 * @param version counts the changes of this record; 0 before it is stored
 */
public record ProductLink(
    String account,
    String outProductId,
    String productId,
    int editCode,
    int saleCode,
    boolean deleted,
    String sent,
    String rejected,
    String path,
    Map<String, SkuFigures> figures,
    Set<String> onlineSkus,
    String reason,
    @Nullable Instant submittedAt,
    String submitTime,
    @Nullable Sending sending,
    long version) {

  public ProductLink {
    figures = Map.copyOf(figures);
    onlineSkus = Set.copyOf(onlineSkus);
  }

  /** Returns the link of a product WeChat has never seen. */
  public static ProductLink unknown(String account, String outProductId) {
    return new ProductLink(
        account,
        outProductId,
        "",
        0,
        0,
        false,
        "",
        "",
        "",
        Map.of(),
        Set.of(),
        "",
        null,
        "",
        null,
        0);
  }

  /** Returns whether WeChat has the product, or had it before it was deleted. */
  public boolean exists() {
    return !productId.isEmpty();
  }

  /** Returns the draft's state. */
  public EditStatus edit() {
    return EditStatus.of(editCode);
  }

  /** Returns the online copy's state. */
  public SaleStatus sale() {
    return SaleStatus.of(saleCode);
  }

  /** Returns whether there is an online copy, on sale or not. */
  public boolean online() {
    return !onlineSkus.isEmpty();
  }

  /** Returns this link with a call begun, or with none ({@code null}). */
  public ProductLink sending(@Nullable Sending begun) {
    return with(next -> next.sending = begun);
  }

  /** Returns this link with the states WeChat is known to have after a call or a look. */
  public ProductLink states(EditStatus edit, SaleStatus sale) {
    return states(productId, edit.code(), sale.code(), reason);
  }

  /** Returns this link with what WeChat answered about the product; an approval clears rejects. */
  public ProductLink states(String id, int edit, int sale, String why) {
    return with(
        next -> {
          next.productId = id;
          next.editCode = edit;
          next.saleCode = sale;
          next.reason = why;
          if (edit == EditStatus.REJECTED.code()) {
            next.rejected = sent;
          } else if (edit == EditStatus.PASSED.code()) {
            next.rejected = "";
            next.onlineSkus = figures.keySet();
          }
        });
  }

  /** Returns this link with the time at which WeChat says the draft was submitted. */
  public ProductLink submitTime(String time) {
    return with(next -> next.submitTime = time);
  }

  /** Returns this link with content submitted, which puts the draft into audit. */
  public ProductLink submitted(String id, Sending call) {
    return with(
        next -> {
          next.productId = id;
          next.editCode = EditStatus.IN_AUDIT.code();
          next.deleted = false;
          next.sent = call.fingerprint();
          next.path = call.path();
          next.figures = call.figures();
          next.submittedAt = call.at();
          next.sending = null;
        });
  }

  /** Returns this link with figures and page sent by the unaudited lane. */
  public ProductLink figured(String newPath, Map<String, SkuFigures> newFigures) {
    return with(
        next -> {
          next.path = newPath;
          next.figures = newFigures;
          next.sending = null;
        });
  }

  /** Returns this link after the product was deleted at WeChat. */
  public ProductLink gone() {
    return new ProductLink(
        account,
        outProductId,
        productId,
        0,
        0,
        true,
        "",
        "",
        "",
        Map.of(),
        Set.of(),
        "",
        null,
        "",
        null,
        version);
  }

  private ProductLink with(Consumer<Next> change) {
    Next next = new Next(this);
    change.accept(next);
    return next.link();
  }

  /** A copy of a link on which only what differs is set. */
  private static final class Next {

    private final ProductLink before;
    private String productId;
    private int editCode;
    private int saleCode;
    private boolean deleted;
    private String sent;
    private String rejected;
    private String path;
    private Map<String, SkuFigures> figures;
    private Set<String> onlineSkus;
    private String reason;
    private @Nullable Instant submittedAt;
    private String submitTime;
    private @Nullable Sending sending;

    Next(ProductLink before) {
      this.before = before;
      productId = before.productId;
      editCode = before.editCode;
      saleCode = before.saleCode;
      deleted = before.deleted;
      sent = before.sent;
      rejected = before.rejected;
      path = before.path;
      figures = before.figures;
      onlineSkus = before.onlineSkus;
      reason = before.reason;
      submittedAt = before.submittedAt;
      submitTime = before.submitTime;
      sending = before.sending;
    }

    ProductLink link() {
      return new ProductLink(
          before.account,
          before.outProductId,
          productId,
          editCode,
          saleCode,
          deleted,
          sent,
          rejected,
          path,
          figures,
          onlineSkus,
          reason,
          submittedAt,
          submitTime,
          sending,
          before.version);
    }
  }
}
