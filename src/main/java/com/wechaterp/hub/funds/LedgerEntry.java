package com.wechaterp.hub.funds;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One booking in the account at WeChat ({@code shop/funds/getorderflow}).
 *
 * @param fundsFlowId WeChat's id of it
 * @param type what kind it is, in WeChat's words
 * @param flowType {@link #INCOME} or {@link #EXPENSE}
 * @param amount fen, never negative
 * @param balance of the account afterwards, fen
 * @param busiType what it was booked for, in WeChat's words
 * @param requestNo the order, after-sale or withdrawal it was booked for
 * @param bookkeepingTime when it was booked; null if WeChat left it out
 */
public record LedgerEntry(
    String fundsFlowId,
    String type,
    String flowType,
    long amount,
    long balance,
    String busiType,
    String requestNo,
    @Nullable Instant bookkeepingTime) {

  /** Money that came in, in WeChat's word. */
  public static final String INCOME = "收入";

  /** Money that went out, in WeChat's word. */
  public static final String EXPENSE = "支出";

  /**
   * Returns the entry of an answer, with yuan as text made into fen exactly.
   *
   * @throws ProblemException if an amount is no whole number of fen
   */
  static LedgerEntry of(Answer flow) {
    String id = flow.text("funds_flow_id");
    return new LedgerEntry(
        id,
        flow.text("type"),
        flow.text("flow_type"),
        fen(id, "amount", flow.text("amount")),
        fen(id, "balance", flow.text("balance")),
        flow.text("busi_type"),
        flow.text("request_no"),
        flow.time("bookkeeping_time"));
  }

  private static long fen(String id, String field, String yuan) {
    try {
      return new BigDecimal(yuan.strip()).movePointRight(2).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new ProblemException(
          Problem.of("funds-amount", "key", id, "field", field, "found", yuan), e);
    }
  }
}
