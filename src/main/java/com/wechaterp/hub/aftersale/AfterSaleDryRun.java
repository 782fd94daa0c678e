package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSaleDecision.Kind;
import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.AccountRows;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Plan;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.work.WorkKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plans every after-sale of a span of time, and does nothing: those WeChat drives, and those that
 * the merchant's side asked for.
 */
public class AfterSaleDryRun {

  /**
   * Asking by state needs no times, whose unit WeChat's documents leave open (WeChat docs,
   * conventions of the interface).
   */
  private static final List<AfterSaleState> STATES =
      Arrays.stream(AfterSaleState.values())
          .filter(state -> state != AfterSaleState.UNKNOWN)
          .toList();

  /** Of a row that cannot be read; no account is linked with it, so it is the main account's. */
  private static final String NO_ORDER = "";

  private static final String REQUESTS = "aftersale-requests";

  private final AfterSaleReading reading;
  private final AfterSales seen;
  private final SentCalls sent;
  private final Decisions decisions;
  private final AfterSalePlanner planner;
  private final AfterSaleRequestFlow requests;
  private final AccountRows owned;
  private final Erp erp;
  private final Clock clock;

  AfterSaleDryRun(
      AfterSaleReading reading,
      AfterSales seen,
      SentCalls sent,
      Decisions decisions,
      AfterSalePlanner planner,
      AfterSaleRequestFlow requests,
      AccountRows owned,
      Erp erp,
      Clock clock) {
    this.reading = reading;
    this.seen = seen;
    this.sent = sent;
    this.decisions = decisions;
    this.planner = planner;
    this.requests = requests;
    this.owned = owned;
    this.erp = erp;
    this.clock = clock;
  }

  /**
   * Compares the after-sales that changed in a span of time, and all that are open.
   *
   * @throws com.wechaterp.hub.wechat.WeChatException if WeChat cannot be reached or refuses
   * @throws com.wechaterp.hub.erp.ErpException if the ERP cannot be reached
   */
  public void run(
      String account, Instant from, Instant to, Consumer<ComparedAfterSale> onAfterSale) {
    for (AfterSaleState state : STATES) {
      for (String id : reading.ids(account, state)) {
        ComparedAfterSale compared = driven(account, id, state, from, to);
        if (compared != null) {
          onAfterSale.accept(compared);
        }
      }
    }
    if (erp.has(REQUESTS)) {
      Set<String> asked = new HashSet<>();
      erp.changed(REQUESTS, from, to, keys -> asked(account, keys, asked, onAfterSale));
    }
  }

  /** What ended as it was seen last is not read again; what ended in other times is left out. */
  private @Nullable ComparedAfterSale driven(
      String account, String id, AfterSaleState state, Instant from, Instant to) {
    WorkKey key = new WorkKey(AfterSaleFlow.FLOW, account, id);
    SeenAfterSale before = seen.driven(account, id).orElse(null);
    if (state.ended() && before != null && before.status() == state.code()) {
      return new ComparedAfterSale(key, null, before, Plan.nothing());
    }
    AfterSale known = reading.byId(account, id).orElse(null);
    if (known == null) {
      return null;
    }
    Instant changed = Objects.requireNonNullElse(known.updateTime(), clock.instant());
    boolean past = known.ended() && changed.isBefore(from);
    // The end of the window counts whole seconds.
    boolean justNow = !changed.isBefore(to.plusSeconds(1));
    return past || justNow
        ? null
        : new ComparedAfterSale(key, known, before, answer(key, known, before));
  }

  /** While the merchant has decided nothing, both sides say the same: it is open. */
  private Plan answer(WorkKey key, AfterSale known, @Nullable SeenAfterSale before) {
    try {
      AfterSaleDecision decision = decisions.of(known).orElse(null);
      if (decision == null || decision.kind() == Kind.NONE) {
        return Plan.nothing();
      }
      Instant deadline = before == null ? null : before.deadline();
      return planner.plan(
          new Situation(
              key.account(), known, decision, sent.noted(key), deadline, clock.instant()));
    } catch (HoldException e) {
      return Plan.hold(e.hold());
    }
  }

  private void asked(
      String account,
      List<String> keys,
      Set<String> asked,
      Consumer<ComparedAfterSale> onAfterSale) {
    List<ComparedAfterSale> found = new ArrayList<>();
    erp.read(
        REQUESTS,
        keys.stream().filter(asked::add).toList(),
        row -> {
          WorkKey key =
              new WorkKey(
                  AfterSaleRequestFlow.FLOW, account, String.valueOf(row.get("out_aftersale_id")));
          if (isOwn(key, String.valueOf(row.get("out_order_id")))) {
            found.add(new ComparedAfterSale(key, null, null, request(key, row)));
          }
        },
        bad -> {
          WorkKey key = new WorkKey(AfterSaleRequestFlow.FLOW, account, bad.key());
          if (isOwn(key, NO_ORDER)) {
            Plan plan = Plan.hold(Hold.of(bad.problem(), Release.ERP_CHANGE));
            found.add(new ComparedAfterSale(key, null, null, plan));
          }
        });
    found.forEach(onAfterSale);
  }

  /** A request is of the account that has its order, or that was seen to have it. */
  private boolean isOwn(WorkKey key, String outOrderId) {
    return !owned.orders(key.account(), List.of(outOrderId)).isEmpty()
        || seen.ofOutId(key.account(), key.key()).isPresent();
  }

  private Plan request(WorkKey key, Map<String, Object> row) {
    try {
      return requests.dryRun(key, row);
    } catch (HoldException e) {
      return Plan.hold(e.hold());
    }
  }
}
