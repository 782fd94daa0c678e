package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import com.wechaterp.hub.work.WorkState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What the merchant's own pages ask about after-sales: they are kept, then worked on like all. */
public class AfterSaleDesk {

  private static final int MOST = 10_000;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final AfterSales seen;
  private final AskedRequests asked;
  private final WorkList work;
  private final TransactionTemplate transaction;
  private final AfterSaleSettings settings;
  private final Clock clock;

  AfterSaleDesk(
      AfterSales seen,
      AskedRequests asked,
      WorkList work,
      TransactionTemplate transaction,
      AfterSaleSettings settings,
      Clock clock) {
    this.seen = seen;
    this.asked = asked;
    this.work = work;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Returns the open after-sales of all accounts, those to act on first.
   *
   * @param due only those whose deadline passes within this time; null for all
   */
  public List<SeenAfterSale> open(@Nullable Duration due) {
    Instant until = due == null ? Instant.MAX : clock.instant().plus(due);
    return seen.open(MOST).stream()
        .filter(each -> due == null || each.deadline() != null && !each.deadline().isAfter(until))
        .toList();
  }

  /** Returns the after-sale of the merchant's id, empty if WeChat is not known to have it. */
  public Optional<SeenAfterSale> find(String account, String outAftersaleId) {
    return seen.ofOutId(account, outAftersaleId);
  }

  /**
   * Keeps what is asked and waits a moment for WeChat's answer.
   *
   * @param document columns of the port {@code aftersale-requests}, without the id
   * @return why the after-sale still waits, empty if everything is done
   * @throws com.wechaterp.hub.plan.HoldException if the document cannot be read
   */
  public Optional<WorkState> ask(String account, String outAftersaleId, Map<String, ?> document) {
    WorkKey key = new WorkKey(AfterSaleRequestFlow.FLOW, account, outAftersaleId);
    transaction.executeWithoutResult(
        status -> {
          asked.add(account, outAftersaleId, document);
          Map<String, Object> all =
              new LinkedHashMap<>(RequestReader.together(null, asked.of(account, outAftersaleId)));
          RequestReader.read(outAftersaleId, all);
          work.mark(key, WorkPriority.URGENT, "asked by the merchant's own page");
        });
    return await(key, clock.instant().plus(settings.patience()));
  }

  /** Workers may be on another node, so only the work list can tell. */
  private Optional<WorkState> await(WorkKey key, Instant until) {
    Optional<WorkState> left = work.find(key);
    while (left.filter(state -> state.state().equals("waiting")).isPresent()
        && clock.instant().isBefore(until)) {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return left;
      }
      left = work.find(key);
    }
    return left;
  }
}
