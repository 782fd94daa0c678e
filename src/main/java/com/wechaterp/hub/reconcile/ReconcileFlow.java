package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.wechat.WeChatAccounts;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The step of {@code reconcile-compare}, named in the route. */
public class ReconcileFlow {

  private static final Logger LOG = LoggerFactory.getLogger(ReconcileFlow.class);

  private final Reconciler reconciler;
  private final Reports reports;
  private final ReconcileSettings settings;
  private final WeChatAccounts accounts;
  private final Language language;
  private final Clock clock;

  ReconcileFlow(
      Reconciler reconciler,
      Reports reports,
      ReconcileSettings settings,
      WeChatAccounts accounts,
      Language language,
      Clock clock) {
    this.reconciler = reconciler;
    this.reports = reports;
    this.settings = settings;
    this.accounts = accounts;
    this.language = language;
    this.clock = clock;
  }

  /**
   * Compares every subject of every account from where it ended last, window after window; one that
   * cannot be read does not keep the others from being compared.
   */
  public void compare() {
    for (String account : accounts.names().stream().sorted().toList()) {
      for (Subject subject : Subject.values()) {
        if (reconciler.has(subject)) {
          catchUp(account, subject);
        }
      }
    }
  }

  private void catchUp(String account, Subject subject) {
    boolean more = true;
    while (more) {
      Optional<Window> window =
          settings.windows().next(reports.end(account, subject).orElse(null), clock.instant());
      more = window.isPresent() && compare(account, subject, window.get());
    }
  }

  private boolean compare(String account, Subject subject, Window window) {
    Repair repair = settings.repair() ? Repair.QUEUE : Repair.REPORT;
    Report report = reconciler.runThrough(account, subject, window, repair);
    reports.keep(report);
    if (report.failure() != null) {
      LOG.warn(report.failure().sentence(language));
    }
    return report.failure() == null;
  }
}
