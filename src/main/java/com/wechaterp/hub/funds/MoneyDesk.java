package com.wechaterp.hub.funds;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.work.WorkKey;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import java.time.Clock;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what moves money or says where it goes: once for each id, within the limit, and approved
 * by a second person where the merchant wants that.
 */
public class MoneyDesk {

  static final String FLOW = "withdrawals";

  private final MoneyRequests requests;
  private final WorkList work;
  private final Timeline timeline;
  private final TransactionTemplate transaction;
  private final FundsSettings settings;
  private final Clock clock;

  MoneyDesk(
      MoneyRequests requests,
      WorkList work,
      Timeline timeline,
      TransactionTemplate transaction,
      FundsSettings settings,
      Clock clock) {
    this.requests = requests;
    this.work = work;
    this.timeline = timeline;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes in a request; the same id again returns the first.
   *
   * @param by the API key that asks, by name
   * @throws ProblemException if it is above the limit, or the id stands for something else
   */
  public MoneyRequest request(
      String account,
      String id,
      String kind,
      long amount,
      String remark,
      Map<String, String> details,
      String by) {
    MoneyRequest known = requests.find(account, id).orElse(null);
    if (known != null) {
      return same(known, kind, amount, details);
    }
    if (kind.equals(MoneyRequest.WITHDRAWAL)) {
      requireWithinLimit(amount);
    }
    MoneyState state = settings.secondPerson() ? MoneyState.REQUESTED : MoneyState.APPROVED;
    MoneyRequest fresh =
        new MoneyRequest(
            account,
            id,
            kind,
            amount,
            remark,
            details,
            state,
            by,
            "",
            clock.instant(),
            null,
            "",
            "",
            "",
            "",
            0);
    try {
      return store(fresh, "requested");
    } catch (DuplicateKeyException twoAtOnce) {
      return same(requests.find(account, id).orElseThrow(), kind, amount, details);
    }
  }

  private static MoneyRequest same(
      MoneyRequest known, String kind, long amount, Map<String, String> details) {
    boolean same =
        known.kind().equals(kind) && known.amount() == amount && known.details().equals(details);
    if (!same) {
      throw new ProblemException(Problem.of("funds-id-taken", "key", known.id()));
    }
    return known;
  }

  /** What the day has no room for may wait for the next; more than a day's limit never goes. */
  private void requireWithinLimit(long amount) {
    if (amount <= 0 || amount > settings.withdrawLimit()) {
      throw new ProblemException(
          Problem.of("funds-limit", "amount", amount, "limit", settings.withdrawLimit()));
    }
  }

  /**
   * Approves a request.
   *
   * @throws ProblemException if the same person asked for it, or it is not waiting
   */
  public MoneyRequest approve(String account, String id, String by) {
    MoneyRequest request = waiting(account, id);
    if (request.requestedBy().equals(by)) {
      throw new ProblemException(Problem.of("funds-same-person", "key", id, "person", by));
    }
    return store(request.approved(by), "approved");
  }

  /** Takes a request back that was not sent to WeChat yet. */
  public MoneyRequest reject(String account, String id, String by) {
    MoneyRequest request = find(account, id);
    boolean held = request.state() == MoneyState.APPROVED && request.begunAt() == null;
    if (!held) {
      requireWaiting(request);
    }
    return store(request.in(MoneyState.CANCELLED, "rejected by " + by), "rejected");
  }

  private MoneyRequest waiting(String account, String id) {
    MoneyRequest request = find(account, id);
    requireWaiting(request);
    return request;
  }

  private MoneyRequest find(String account, String id) {
    return requests
        .find(account, id)
        .orElseThrow(() -> new ProblemException(Problem.of("funds-unknown", "key", id)));
  }

  private static void requireWaiting(MoneyRequest request) {
    if (request.state() != MoneyState.REQUESTED) {
      throw new ProblemException(
          Problem.of(
              "funds-not-waiting",
              "key",
              request.id(),
              "stateEn",
              request.state().english(),
              "stateZh",
              request.state().chinese()));
    }
  }

  private MoneyRequest store(MoneyRequest request, String step) {
    return transaction.execute(
        status -> {
          MoneyRequest stored = requests.save(request);
          timeline.record(
              stored.account(), stored.kind(), stored.id(), step, stored.amount() + " fen");
          work.mark(
              new WorkKey(FLOW, stored.account(), stored.id()), WorkPriority.NEW_ON_SALE, step);
          return stored;
        });
  }
}
