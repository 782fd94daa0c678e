package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.order.KnownOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call about an after-sale is about. */
sealed interface Subject {

  /** Returns what tells a call from one of the same operation with something else in it. */
  String content(String operation);

  /** Returns the sources of the pictures the call carries. */
  List<String> pictures();

  /** Returns what WeChat has of the after-sale; null if nothing, or if it does not matter. */
  @Nullable AfterSale known();

  /** What the merchant decided about an after-sale. */
  record Decided(AfterSale known, AfterSaleDecision decision) implements Subject {

    @Override
    public String content(String operation) {
      return operation.equals(AfterSaleOperation.MERCHANT_UPDATE)
          ? decision.addressContent()
          : decision.content();
    }

    @Override
    public List<String> pictures() {
      return decision.kind() == AfterSaleDecision.Kind.UPLOAD_CERTIFICATES
          ? decision.proof()
          : List.of();
    }
  }

  /**
   * Until when after-sales of an order may be opened.
   *
   * @param seconds Unix seconds
   */
  record Deadline(String outOrderId, String openid, long seconds) implements Subject {

    @Override
    public @Nullable AfterSale known() {
      return null;
    }

    @Override
    public String content(String operation) {
      return String.valueOf(seconds);
    }

    @Override
    public List<String> pictures() {
      return List.of();
    }
  }

  /** An after-sale that WeChat drives, as the merchant's pages or the ERP want it. */
  record Requested(AfterSaleRequest wanted, @Nullable AfterSale known, KnownOrder order)
      implements Subject {

    @Override
    public String content(String operation) {
      return switch (operation) {
        case AfterSaleOperation.CANCEL -> "";
        case AfterSaleOperation.UPLOAD_RETURN_INFO ->
            wanted.deliveryId() + " " + wanted.waybillId();
        default -> wanted.content();
      };
    }

    @Override
    public List<String> pictures() {
      return wanted.media();
    }
  }

  /**
   * An after-sale that the merchant records.
   *
   * @param status the state to record, as WeChat numbers it
   * @param openedAt when it was opened
   */
  record Recorded(
      AfterSaleRequest wanted,
      @Nullable AfterSale known,
      int status,
      Instant openedAt,
      KnownOrder order)
      implements Subject {

    @Override
    public String content(String operation) {
      return status + (wanted.finishAll() ? " all" : "");
    }

    @Override
    public List<String> pictures() {
      return List.of();
    }
  }
}
