package com.wechaterp.hub.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the sandbox, {@code hub.sandbox.*}.
 *
 * @param enabled whether the sandbox is served under {@code /sandbox}; default no
 * @param persist whether its state survives a restart, in a file of its own; default no
 * @param auditDelay how long an audit takes; default 3 s
 * @param onboarded whether accounts joined long ago; default yes; otherwise each must go through
 *     every step
 * @param couponsConfirmed whether accounts proved long ago that they answer claims of coupons;
 *     default no, so that each has to call coupon/confirm first
 * @param administratorDelay how long the administrator takes to confirm, remit and sign; default 3
 *     s; 0 s for never, so that levers have to do it
 * @param perHour how many adds and updates of products an hour allows; default 200
 * @param perDay how many adds and updates of products a day allows; default 1,000
 * @param perHourOfOneProduct how often an hour allows to submit one product; default 20, as
 *     WeChat's own number is not published
 * @param rejectWords words in a title or description that an audit rejects
 * @param orders how orders go on by themselves
 * @param aftersales how after-sales go on by themselves
 * @param complaints how disputes go on by themselves
 * @param accounts the accounts it knows, by AppID
 */
@ConfigurationProperties("hub.sandbox")
record SandboxProperties(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("false") boolean persist,
    @DefaultValue("3s") Duration auditDelay,
    @DefaultValue("true") boolean onboarded,
    @DefaultValue("false") boolean couponsConfirmed,
    @DefaultValue("3s") Duration administratorDelay,
    @DefaultValue("200") int perHour,
    @DefaultValue("1000") int perDay,
    @DefaultValue("20") int perHourOfOneProduct,
    @DefaultValue("违禁") List<String> rejectWords,
    @DefaultValue Orders orders,
    @DefaultValue AfterSales aftersales,
    @DefaultValue Complaints complaints,
    @DefaultValue Map<String, Account> accounts) {

  /**
   * How orders go on by themselves.
   *
   * @param createTimeTolerance how far create_time may be ahead of now; default 5 s
   * @param ticketLife how long a ticket, or an order without expire_time, is good; default 24 h
   * @param analyzeDelay how long it takes to find who brought an order; default 3 s
   * @param receiptAfter when a shipped order counts as received; default 10 days
   * @param matchedScenes the scenes under payment verification
   */
  record Orders(
      @DefaultValue("5s") Duration createTimeTolerance,
      @DefaultValue("24h") Duration ticketLife,
      @DefaultValue("3s") Duration analyzeDelay,
      @DefaultValue("10d") Duration receiptAfter,
      @DefaultValue({"1175", "1176", "1177", "1191", "1195"}) List<String> matchedScenes) {}

  /**
   * How after-sales go on by themselves. WeChat's own limits are not known except the first.
   *
   * @param refundAnswerWithin how long the merchant may think about a refund; default 48 h
   * @param returnAnswerWithin how long the merchant may think about a return; default 48 h
   * @param returnWithin how long the buyer may take to send the goods back; default 7 days
   * @param receiptWithin how long the merchant may take to receive them; default 10 days
   * @param escalateWithin how long the buyer may take to ask the platform; default 7 days
   * @param refundDelay how long money is on its way; default 3 s
   * @param certificateConfirmedAfter when proof of an offline refund counts as confirmed; default 3
   *     days
   */
  record AfterSales(
      @DefaultValue("48h") Duration refundAnswerWithin,
      @DefaultValue("48h") Duration returnAnswerWithin,
      @DefaultValue("7d") Duration returnWithin,
      @DefaultValue("10d") Duration receiptWithin,
      @DefaultValue("7d") Duration escalateWithin,
      @DefaultValue("3s") Duration refundDelay,
      @DefaultValue("3d") Duration certificateConfirmedAfter) {}

  /**
   * How disputes go on by themselves. WeChat's own limits are not known.
   *
   * @param evidenceWithin how long buyer and merchant may take to show evidence; default 3 days
   * @param supportDelay how long the platform's support takes for each of its steps; default 10 s;
   *     0 s for never, so that levers have to do it
   */
  record Complaints(
      @DefaultValue("3d") Duration evidenceWithin, @DefaultValue("10s") Duration supportDelay) {}

  /**
   * One account.
   *
   * @param secret its AppSecret
   * @param token the Token of its message push
   * @param encodingAesKey the EncodingAESKey, needed in compatible and safe mode
   * @param callbackUrl where its events are pushed to; empty for nowhere
   * @param messageMode plain, compatible or safe; default safe
   * @param format xml or json; default xml
   */
  record Account(
      @DefaultValue("") String secret,
      @DefaultValue("") String token,
      @DefaultValue("") String encodingAesKey,
      @DefaultValue("") String callbackUrl,
      @DefaultValue("safe") String messageMode,
      @DefaultValue("xml") String format) {

    @Override
    public String toString() {
      return "Account[callbackUrl=" + callbackUrl + ", messageMode=" + messageMode + "]";
    }
  }
}
