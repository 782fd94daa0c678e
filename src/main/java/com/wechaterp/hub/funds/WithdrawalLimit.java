package com.wechaterp.hub.funds;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.WeChatTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what is sent to the bank on one day, by China's clock, within the merchant's limit. */
class WithdrawalLimit {

  private final MoneyRequests requests;
  private final TransactionTemplate transaction;
  private final FundsSettings settings;
  private final Clock clock;

  WithdrawalLimit(
      MoneyRequests requests,
      TransactionTemplate transaction,
      FundsSettings settings,
      Clock clock) {
    this.requests = requests;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Stores a withdrawal as about to be sent, which uses up the day's limit; withdrawals of one
   * account do so one after the other, whichever node sends them.
   *
   * @throws HoldException until tomorrow if the day's limit has no room for it
   */
  MoneyRequest begin(MoneyRequest request) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, WeChatTime.CHINA);
    requests.makeLock(request.account());
    return transaction.execute(
        status -> {
          requests.lock(request.account());
          long sent = requests.sentSince(request.account(), start(today));
          if (request.amount() > settings.withdrawLimit() - sent) {
            throw full(request, sent, start(today.plusDays(1)));
          }
          return requests.save(request.begun(now));
        });
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(WeChatTime.CHINA).toInstant();
  }

  private HoldException full(MoneyRequest request, long sent, Instant tomorrow) {
    Problem problem =
        Problem.of(
            "funds-limit-today",
            "key",
            request.id(),
            "amount",
            request.amount(),
            "sent",
            sent,
            "limit",
            settings.withdrawLimit());
    return new HoldException(new Hold(problem, Release.TIME, tomorrow, 50));
  }
}
