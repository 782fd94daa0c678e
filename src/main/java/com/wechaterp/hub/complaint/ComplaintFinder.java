package com.wechaterp.hub.complaint;

import com.wechaterp.hub.aftersale.AfterSaleSettings;
import com.wechaterp.hub.complaint.ComplaintReading.Listed;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds disputes that no event announced. */
public class ComplaintFinder {

  private static final Logger LOG = LoggerFactory.getLogger(ComplaintFinder.class);
  private static final Duration WINDOW = Duration.ofDays(30);
  private static final int MOST = 1000;

  private final ComplaintReading reading;
  private final Complaints seen;
  private final WeChatAccounts accounts;
  private final WorkList work;
  private final AfterSaleSettings settings;
  private final Language language;
  private final Clock clock;

  ComplaintFinder(
      ComplaintReading reading,
      Complaints seen,
      WeChatAccounts accounts,
      WorkList work,
      AfterSaleSettings settings,
      Language language,
      Clock clock) {
    this.reading = reading;
    this.seen = seen;
    this.accounts = accounts;
    this.work = work;
    this.settings = settings;
    this.language = language;
    this.clock = clock;
  }

  /** Marks the disputes WeChat lists in another state than was seen, and those not looked at. */
  public void find() {
    accounts.names().stream().sorted().forEach(this::listed);
    seen.notSeenSince(clock.instant().minus(settings.lookAgain()), MOST)
        .forEach(each -> mark(each.account(), each.complaintOrderId(), "open, looked at again"));
  }

  /** An account that WeChat does not answer for must not keep the others from being looked at. */
  private void listed(String account) {
    try {
      reading.since(account, clock.instant().minus(WINDOW)).stream()
          .filter(each -> isNew(account, each))
          .forEach(each -> mark(account, each.complaintOrderId(), "listed by WeChat"));
    } catch (WeChatException e) {
      LOG.warn(e.problem().sentence(language));
    }
  }

  private boolean isNew(String account, Listed listed) {
    return seen.find(account, listed.complaintOrderId())
        .filter(each -> each.state() == listed.state())
        .isEmpty();
  }

  private void mark(String account, String complaintOrderId, String why) {
    work.mark(new WorkKey(ComplaintFlow.FLOW, account, complaintOrderId), WorkPriority.NORMAL, why);
  }
}
