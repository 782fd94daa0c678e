package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds after-sales that no event announced, and warns of those whose deadline is near. */
public class AfterSaleFinder {

  private static final Logger LOG = LoggerFactory.getLogger(AfterSaleFinder.class);
  private static final int MOST = 1000;

  /** Asking by state finds each open one, however long ago it was opened. */
  private static final List<AfterSaleState> OPEN =
      Arrays.stream(AfterSaleState.values())
          .filter(state -> state != AfterSaleState.UNKNOWN && !state.ended())
          .toList();

  private final AfterSaleReading reading;
  private final AfterSales seen;
  private final DeadlineWarning warning;
  private final WeChatAccounts accounts;
  private final WorkList work;
  private final AfterSaleSettings settings;
  private final Language language;
  private final Clock clock;

  AfterSaleFinder(
      AfterSaleReading reading,
      AfterSales seen,
      DeadlineWarning warning,
      WeChatAccounts accounts,
      WorkList work,
      AfterSaleSettings settings,
      Language language,
      Clock clock) {
    this.reading = reading;
    this.seen = seen;
    this.warning = warning;
    this.accounts = accounts;
    this.work = work;
    this.settings = settings;
    this.language = language;
    this.clock = clock;
  }

  /**
   * Marks the after-sales WeChat lists in another state than was seen, and those not looked at;
   * before that it warns, as a mark clears the reason why a key is held.
   */
  public void find() {
    warning.give(clock.instant());
    accounts.names().stream().sorted().forEach(this::listed);
    seen.notSeenSince(clock.instant().minus(settings.lookAgain()), MOST)
        .forEach(
            each ->
                work.mark(
                    new WorkKey(AfterSaleFlow.FLOW, each.account(), each.key()),
                    WorkPriority.NORMAL,
                    "open, looked at again"));
  }

  /** An account that WeChat does not answer for must not keep the others from being looked at. */
  private void listed(String account) {
    try {
      OPEN.forEach(state -> listed(account, state));
    } catch (WeChatException e) {
      LOG.warn(e.problem().sentence(language));
    }
  }

  private void listed(String account, AfterSaleState state) {
    List<String> other =
        reading.ids(account, state).stream()
            .filter(
                id ->
                    seen.driven(account, id)
                        .filter(each -> each.status() == state.code())
                        .isEmpty())
            .toList();
    work.markAll(AfterSaleFlow.FLOW, account, other, WorkPriority.NORMAL, "listed by WeChat");
  }
}
