package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSaleAnswer.Standing;
import com.wechaterp.hub.aftersale.AfterSaleRefused.Kind;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import com.wechaterp.hub.work.WorkState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  /**
   * Opens an after-sale, or changes one that was opened, and waits a moment for WeChat's answer.
   *
   * @param body by the names of the port {@code aftersale-requests}
   * @throws AfterSaleRefused if the body cannot be read
   */
  public AfterSaleAnswer open(String account, Map<String, ?> body) {
    String id = RequestFields.id(body);
    RequestFields.check(id, body, RequestFields.OPEN);
    readable(id, body);
    return ask(account, id, body);
  }

  /**
   * Takes an after-sale back for the buyer.
   *
   * @throws AfterSaleRefused if nobody knows it
   */
  public AfterSaleAnswer cancel(String account, String outAftersaleId) {
    require(account, outAftersaleId);
    return ask(account, outAftersaleId, Map.of("cancel", true));
  }

  /**
   * Tells WeChat of the parcel that comes back.
   *
   * @param body {@code delivery_id}, {@code delivery_name} and {@code waybill_id}
   * @throws AfterSaleRefused if nobody knows the after-sale, or there is no waybill
   */
  public AfterSaleAnswer returnInfo(String account, String outAftersaleId, Map<String, ?> body) {
    require(account, outAftersaleId);
    RequestFields.check(outAftersaleId, body, RequestFields.RETURN_INFO);
    if (String.valueOf(body.get("waybill_id")).isBlank() || body.get("waybill_id") == null) {
      throw new AfterSaleRefused(
          Kind.MALFORMED,
          Problem.of(
              "aftersale-value-missing",
              "key",
              outAftersaleId,
              "order",
              "-",
              "field",
              "waybill_id",
              "found",
              "-"));
    }
    return ask(account, outAftersaleId, body);
  }

  /**
   * Returns where an after-sale of the merchant's side stands.
   *
   * @throws AfterSaleRefused if nobody knows it
   */
  public AfterSaleAnswer stand(String account, String outAftersaleId) {
    require(account, outAftersaleId);
    return answer(key(account, outAftersaleId));
  }

  private void require(String account, String outAftersaleId) {
    if (asked.of(account, outAftersaleId) == null
        && seen.ofOutId(account, outAftersaleId).isEmpty()) {
      throw new AfterSaleRefused(
          Kind.UNKNOWN, Problem.of("aftersale-not-found", "key", outAftersaleId));
    }
  }

  private static void readable(String id, Map<String, ?> body) {
    try {
      RequestReader.read(id, body);
    } catch (HoldException e) {
      throw new AfterSaleRefused(Kind.MALFORMED, e.problem());
    }
  }

  private AfterSaleAnswer ask(String account, String outAftersaleId, Map<String, ?> more) {
    WorkKey key = key(account, outAftersaleId);
    transaction.executeWithoutResult(
        status -> {
          asked.add(account, outAftersaleId, more);
          work.mark(key, WorkPriority.URGENT, "asked by the merchant's own page");
        });
    return await(key);
  }

  /** Workers may be on another node, so only the work list can tell. */
  private AfterSaleAnswer await(WorkKey key) {
    Instant until = clock.instant().plus(settings.patience());
    AfterSaleAnswer answer = answer(key);
    while (answer.standing() == Standing.PENDING && clock.instant().isBefore(until)) {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return answer;
      }
      answer = answer(key);
    }
    return answer;
  }

  private AfterSaleAnswer answer(WorkKey key) {
    Optional<WorkState> left = work.find(key);
    SeenAfterSale known = seen.ofOutId(key.account(), key.key()).orElse(null);
    Problem reason = left.map(WorkState::reason).orElse(null);
    boolean waits = left.filter(state -> state.state().equals("waiting")).isPresent();
    boolean settles = reason != null && reason.code().equals("aftersale-settling");
    Standing standing =
        left.isEmpty() && known != null
            ? Standing.DONE
            : left.isEmpty() || waits || settles ? Standing.PENDING : Standing.REFUSED;
    return new AfterSaleAnswer(key.key(), known, standing, reason);
  }

  private static WorkKey key(String account, String outAftersaleId) {
    return new WorkKey(AfterSaleRequestFlow.FLOW, account, outAftersaleId);
  }
}
