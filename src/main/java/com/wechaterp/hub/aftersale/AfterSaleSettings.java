package com.wechaterp.hub.aftersale;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code hub.aftersale.*}.
 *
 * @param deadlines how long WeChat waits for whom
 * @param warnBefore how long before a deadline a warning is given; default 12 h
 * @param lookAgain how often an open after-sale or dispute is read back without an event; default
 *     15 min
 * @param requireAmount accounts whose ERP must name the amount it agrees to refund
 * @param patience how long a page of the merchant waits for WeChat's answer; default 3 s
 */
@ConfigurationProperties("hub.aftersale")
public record AfterSaleSettings(
    @DefaultValue Deadlines deadlines,
    @DefaultValue("12h") Duration warnBefore,
    @DefaultValue("15m") Duration lookAgain,
    @DefaultValue List<String> requireAmount,
    @DefaultValue("3s") Duration patience) {

  /**
   * How long WeChat waits, named after the events that say a limit has passed. WeChat publishes
   * only the first (WeChat docs, after-sales [售后 2.0]).
   *
   * @param merchantHandleRefund for the merchant to answer a refund; default 48 h
   * @param merchantHandleReturn for the merchant to answer a return; default 48 h
   * @param merchantConfirmReceipt for the merchant to take the goods back; default 48 h
   * @param userUploadReturnInfo for the buyer to send the goods back; default 7 d
   * @param userApplyPlatformJudge for the buyer to ask the platform; default 7 d
   */
  public record Deadlines(
      @DefaultValue("48h") Duration merchantHandleRefund,
      @DefaultValue("48h") Duration merchantHandleReturn,
      @DefaultValue("48h") Duration merchantConfirmReceipt,
      @DefaultValue("7d") Duration userUploadReturnInfo,
      @DefaultValue("7d") Duration userApplyPlatformJudge) {

    /** Returns how long WeChat waits in a state; zero if no limit is known. */
    Duration of(AfterSaleState state) {
      return switch (state) {
        case MERCHANT_HANDLES_REFUND -> merchantHandleRefund;
        case MERCHANT_HANDLES_RETURN -> merchantHandleReturn;
        case WAITING_RECEIPT -> merchantConfirmReceipt;
        case WAITING_RETURN -> userUploadReturnInfo;
        case REFUND_REJECTED, RETURN_REJECTED -> userApplyPlatformJudge;
        default -> Duration.ZERO;
      };
    }
  }
}
