package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.problem.Failures;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares a subject over a window, and repairs if it is asked to. */
public class Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  private static final int PROGRESS = 100;

  private final Map<Subject, Comparison> comparisons;
  private final WeChatAccounts accounts;
  private final Erp erp;
  private final WorkList work;
  private final Windows windows;
  private final Clock clock;

  Reconciler(
      List<Comparison> comparisons,
      WeChatAccounts accounts,
      Erp erp,
      WorkList work,
      Windows windows,
      Clock clock) {
    this.comparisons =
        comparisons.stream().collect(Collectors.toMap(Comparison::subject, Function.identity()));
    this.accounts = accounts;
    this.erp = erp;
    this.work = work;
    this.windows = windows;
    this.clock = clock;
  }

  /** Returns the window somebody asks for, by default the last days up to now. */
  public Window window(@Nullable Instant from, @Nullable Instant to) {
    return windows.asked(from, to, clock.instant());
  }

  /** Returns whether the pack can tell of a subject. */
  boolean has(Subject subject) {
    return comparisons.containsKey(subject) && erp.has(subject.port());
  }

  /**
   * Compares a subject.
   *
   * @param onProgress told now and then how many things were compared
   * @param onDifference told of what differs
   * @throws ProblemException if the account or the port is missing, or a side cannot be read
   */
  public Report run(
      String account,
      Subject subject,
      Window window,
      Repair repair,
      LongConsumer onProgress,
      Consumer<Difference> onDifference) {
    accounts.require(account);
    Tally tally = new Tally(account, subject, window, clock.instant());
    run(require(subject), account, window, repair, tally, onProgress, onDifference);
    return tally.report(clock.instant(), null);
  }

  private Comparison require(Subject subject) {
    Comparison comparison = erp.has(subject.port()) ? comparisons.get(subject) : null;
    if (comparison == null) {
      throw new ProblemException(
          Problem.of("reconcile-no-port", "subject", subject.text(), "port", subject.port()));
    }
    return comparison;
  }

  /** Compares a subject, and tells of a failure in the report. */
  Report runThrough(String account, Subject subject, Window window, Repair repair) {
    Tally tally = new Tally(account, subject, window, clock.instant());
    try {
      run(require(subject), account, window, repair, tally, compared -> {}, difference -> {});
      return tally.report(clock.instant(), null);
    } catch (RuntimeException e) {
      return tally.report(clock.instant(), reason(account, subject, e));
    }
  }

  private Problem reason(String account, Subject subject, RuntimeException failure) {
    Optional<Problem> told = Failures.told(failure);
    if (told.isPresent()) {
      return told.get();
    }
    LOG.error("Comparing {} of {} ended with an error", subject.text(), account, failure);
    return Problem.of(
        "reconcile-unexpected",
        "subject",
        subject.text(),
        "account",
        account,
        "error",
        Failures.words(failure),
        "time",
        clock.instant());
  }

  private void run(
      Comparison comparison,
      String account,
      Window window,
      Repair repair,
      Tally tally,
      LongConsumer onProgress,
      Consumer<Difference> onDifference) {
    comparison.compare(
        account,
        window,
        found -> {
          Difference settled = settled(comparison, found, repair);
          tally.add(settled);
          onDifference.accept(settled);
        },
        () -> {
          long compared = tally.compared();
          if (compared % PROGRESS == 0) {
            onProgress.accept(compared);
          }
        });
  }

  /** What the work list has already says why it waits, and is not queued twice. */
  private Difference settled(Comparison comparison, Difference found, Repair repair) {
    Difference known = work.find(found.key()).map(OnWorkList::of).map(found::with).orElse(found);
    if (repair == Repair.REPORT || !known.isRepairable()) {
      return known;
    }
    comparison.prepare(known);
    work.mark(known.key(), WorkPriority.NORMAL, known.reason().code());
    return known.with(OnWorkList.QUEUED);
  }
}
