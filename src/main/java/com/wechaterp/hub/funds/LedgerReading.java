package com.wechaterp.hub.funds;

import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Reads a day's ledger from WeChat: ids page by page, then each entry that is new. */
class LedgerReading {

  /** WeChat's answer for a day without bookings (WeChat docs, error codes [错误码]). */
  private static final int NO_DATA = 9710001;

  private static final long PAGE = 100;
  private static final Duration MOVING = Duration.ofMinutes(10);

  private final WeChat wechat;
  private final LedgerStore store;

  LedgerReading(WeChat wechat, LedgerStore store) {
    this.wechat = wechat;
    this.store = store;
  }

  /**
   * Stores what WeChat booked on a day.
   *
   * @throws HoldException if bookings came in while they were listed
   * @throws com.wechaterp.hub.problem.ProblemException if an amount is no whole number of fen
   */
  void read(String account, LocalDate day) {
    Set<String> known = store.known(account, day);
    for (String id : ids(account, day)) {
      if (!known.contains(id)) {
        Answer answer =
            new Answer(
                wechat.call(account, "shop/funds/getorderflow", Map.of("funds_flow_id", id)));
        store.store(account, day, LedgerEntry.of(answer.object("funds_flow")));
      }
    }
  }

  private Set<String> ids(String account, LocalDate day) {
    Set<String> ids = new LinkedHashSet<>();
    long total = 0;
    for (long page = 1; page == 1 || ids.size() < total; page++) {
      Answer answer = page(account, day, page);
      total = answer.number("total_num");
      if (!ids.addAll(answer.texts("funds_flow_ids"))) {
        break;
      }
    }
    if (ids.size() != total) {
      Problem problem = Problem.of("funds-moving", "key", day, "found", ids.size(), "total", total);
      throw new HoldException(new Hold(problem, Release.TIME, Instant.now().plus(MOVING), 50));
    }
    return ids;
  }

  private Answer page(String account, LocalDate day, long page) {
    try {
      return new Answer(
          wechat.call(
              account,
              "shop/funds/scanorderflow",
              Map.of(
                  "date", DateTimeFormatter.BASIC_ISO_DATE.format(day),
                  "page_num", page,
                  "page_size", PAGE)));
    } catch (WeChatException e) {
      if (e.errcode() == NO_DATA) {
        return new Answer(Map.of());
      }
      throw e;
    }
  }
}
