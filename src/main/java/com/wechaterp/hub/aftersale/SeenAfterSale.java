package com.wechaterp.hub.aftersale;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An after-sale as it was last seen, without anything personal.
 *
 * @param account the WeChat account
 * @param fundType 1 WeChat drives it, 0 the merchant records it
 * @param key the id its contract goes by
 * @param outAftersaleId the merchant's id, empty if the buyer opened it in WeChat
 * @param outOrderId the merchant's id of the order
 * @param typeCode the kind as WeChat numbers it
 * @param status the state as WeChat numbers it
 * @param orderamt what is asked, fen
 * @param since since when it is in its state
 * @param deadline until when somebody must act; null if no limit is known
 */
public record SeenAfterSale(
    String account,
    int fundType,
    String key,
    String outAftersaleId,
    String outOrderId,
    int typeCode,
    int status,
    long orderamt,
    Instant since,
    @Nullable Instant deadline) {

  /** Returns whether WeChat drives it. */
  public boolean driven() {
    return fundType == AfterSale.DRIVEN;
  }

  /** Returns WeChat's own term for the state. */
  public String stateName() {
    return driven() ? AfterSaleState.of(status).chinese() : AfterSaleStateV1.of(status).chinese();
  }

  /** Returns a plain English name of the state. */
  public String stateEnglish() {
    return driven() ? AfterSaleState.of(status).english() : AfterSaleStateV1.of(status).english();
  }
}
