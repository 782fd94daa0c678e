package com.wechaterp.hub.funds;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal, or a new bank account, from its request to its end.
 *
 * @param account the WeChat account
 * @param id the caller's id of it, which makes asking twice harmless
 * @param kind {@link #WITHDRAWAL} or {@link #BANK_ACCOUNT}
 * @param amount fen; 0 for a bank account
 * @param remark for people, at most 128 characters
 * @param details the other fields by WeChat's names; for a bank account its number too
 * @param state where it stands
 * @param requestedBy the API key that asked for it, by name
 * @param approvedBy the API key that approved it, empty if none did
 * @param requestedAt when it was asked for
 * @param begunAt when it was sent to WeChat; null if it was not
 * @param outRequestNo WeChat's number of it, empty until it is known
 * @param qrcodeTicket the ticket of the code the administrator scans, empty if there is none
 * @param status WeChat's own state of it, empty until it is known
 * @param reason why it failed, empty if it did not
 * @param version counts the changes of this record; 0 before it is stored
 */
public record MoneyRequest(
    String account,
    String id,
    String kind,
    long amount,
    String remark,
    Map<String, String> details,
    MoneyState state,
    String requestedBy,
    String approvedBy,
    Instant requestedAt,
    @Nullable Instant begunAt,
    String outRequestNo,
    String qrcodeTicket,
    String status,
    String reason,
    long version) {

  /** Money from WeChat to the merchant's bank account ({@code shop/funds/submitwithdraw}). */
  public static final String WITHDRAWAL = "withdrawal";

  /** A new settlement account ({@code shop/funds/setbankaccount}). */
  public static final String BANK_ACCOUNT = "bank-account";

  public MoneyRequest {
    details = Map.copyOf(details);
  }

  /** Returns the request in another state. */
  MoneyRequest in(MoneyState next, String why) {
    return with(next, approvedBy, begunAt, outRequestNo, qrcodeTicket, status, why);
  }

  /** Returns the request approved by somebody. */
  MoneyRequest approved(String by) {
    return with(MoneyState.APPROVED, by, begunAt, outRequestNo, qrcodeTicket, status, reason);
  }

  /** Returns the request as it is about to be sent, or as never sent ({@code null}). */
  MoneyRequest begun(@Nullable Instant at) {
    return with(state, approvedBy, at, outRequestNo, qrcodeTicket, status, reason);
  }

  /** Returns the request after WeChat took it. */
  MoneyRequest submitted(String requestNo, String ticket) {
    return with(MoneyState.SUBMITTED, approvedBy, begunAt, requestNo, ticket, status, reason);
  }

  /** Returns the request with WeChat's own state. */
  MoneyRequest seen(MoneyState next, String theirs, String why) {
    return with(next, approvedBy, begunAt, outRequestNo, qrcodeTicket, theirs, why);
  }

  private MoneyRequest with(
      MoneyState next,
      String by,
      @Nullable Instant begun,
      String requestNo,
      String ticket,
      String theirs,
      String why) {
    return new MoneyRequest(
        account,
        id,
        kind,
        amount,
        remark,
        details,
        next,
        requestedBy,
        by,
        requestedAt,
        begun,
        requestNo,
        ticket,
        theirs,
        why,
        version);
  }
}
