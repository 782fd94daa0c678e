package com.wechaterp.hub.funds;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.work.WorkHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/** The step of {@code withdrawals-push}: brings one money request as far as it may go now. */
public class MoneyFlow {

  /** WeChat's states of a withdrawal whose money stays, or is again, at WeChat. */
  private static final Set<String> CAME_TO_NOTHING = Set.of("FAIL", "REFUND", "CLOSE");

  private static final Duration SCAN = Duration.ofSeconds(10);
  private static final Duration BANK = Duration.ofMinutes(5);

  /** How long WeChat may take until a withdrawal whose answer was lost stands in its list. */
  private static final Duration ARRIVES = Duration.ofMinutes(1);

  private final MoneyRequests requests;
  private final WithdrawalSearch search;
  private final WithdrawalLimit limit;
  private final SettlementAccount bank;
  private final WeChat wechat;
  private final Erp erp;
  private final Timeline timeline;
  private final Clock clock;

  MoneyFlow(
      MoneyRequests requests,
      WithdrawalSearch search,
      WithdrawalLimit limit,
      WeChat wechat,
      Erp erp,
      Timeline timeline,
      Clock clock) {
    this.requests = requests;
    this.search = search;
    this.limit = limit;
    this.bank = new SettlementAccount(wechat);
    this.wechat = wechat;
    this.erp = erp;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * Does the next steps of a request.
   *
   * @param key the request's id, or WeChat's number of it, as events name it
   * @throws HoldException if it waits for somebody or for a time
   */
  public void advance(
      @Header(WorkHeaders.ACCOUNT) String account, @Header(WorkHeaders.KEY) String key) {
    Optional<MoneyRequest> known =
        requests.find(account, key).or(() -> requests.ofRequestNo(account, key));
    if (known.isEmpty()) {
      elsewhere(account, key);
      return;
    }
    MoneyRequest request = known.get();
    if (request.state() == MoneyState.DONE) {
      returned(request);
    }
    while (!request.state().ended()) {
      request = step(request);
    }
  }

  /** A bank may send the money back days after WeChat has paid it out. */
  private void returned(MoneyRequest paid) {
    if (paid.kind().equals(MoneyRequest.WITHDRAWAL)) {
      Answer detail = search.detail(paid.account(), paid.outRequestNo());
      if (CAME_TO_NOTHING.contains(detail.text("status"))) {
        tell(failed(paid, detail));
      }
    }
  }

  private MoneyRequest step(MoneyRequest request) {
    return switch (request.state()) {
      case REQUESTED -> throw hold("funds-second-person", request, Release.PERSON, null);
      case APPROVED ->
          request.begunAt() == null ? submit(request) : lookFor(request, request.begunAt());
      case SUBMITTED -> scan(request);
      case CONFIRMED -> follow(request);
      case DONE, FAILED, CANCELLED -> request;
    };
  }

  private MoneyRequest submit(MoneyRequest request) {
    boolean withdrawal = request.kind().equals(MoneyRequest.WITHDRAWAL);
    if (withdrawal) {
      requireBalance(request);
    }
    MoneyRequest begun =
        withdrawal ? limit.begin(request) : requests.save(request.begun(clock.instant()));
    try {
      Answer answer =
          new Answer(
              withdrawal
                  ? wechat.call(request.account(), "shop/funds/submitwithdraw", withdrawal(request))
                  : wechat.call(
                      request.account(),
                      "shop/funds/setbankaccount",
                      Map.of("account_info", request.details())));
      MoneyRequest sent =
          begun.submitted(answer.text("out_request_no"), answer.text("qrcode_ticket"));
      boolean scanned = withdrawal && sent.qrcodeTicket().isEmpty();
      return tell(scanned ? sent.in(MoneyState.CONFIRMED, "") : sent);
    } catch (WeChatException e) {
      // Busy (-1) does not say that nothing was done.
      if (e.outcomeUnknown() || e.category() == ErrorCategory.RETRY) {
        throw e;
      }
      if (e.category() == ErrorCategory.PERMANENT) {
        return tell(begun.in(MoneyState.FAILED, e.problem().code() + " " + e.errcode()));
      }
      requests.save(begun.begun(null));
      throw e;
    }
  }

  private static Map<String, Object> withdrawal(MoneyRequest request) {
    return Map.of(
        "amount", request.amount(),
        "remark", WithdrawalSearch.marked(request),
        "bank_memo", request.details().getOrDefault("bank_memo", ""));
  }

  private void requireBalance(MoneyRequest request) {
    Answer balance =
        new Answer(wechat.call(request.account(), "shop/funds/getbalance", Map.of()))
            .object("balance_info");
    long available = balance.number("available_amount");
    if (available < request.amount()) {
      Problem problem =
          Problem.of(
              "funds-balance", "key", request.id(), "amount", request.amount(), "found", available);
      throw new HoldException(new Hold(problem, Release.PERSON, clock.instant().plus(BANK), 50));
    }
  }

  /** The answer was lost: what WeChat has is taken over, what it has not is sent once more. */
  private MoneyRequest lookFor(MoneyRequest request, Instant begun) {
    boolean account = request.kind().equals(MoneyRequest.BANK_ACCOUNT);
    Instant arrived = begun.plus(ARRIVES);
    if (clock.instant().isBefore(arrived)) {
      String code = account ? "funds-bank-account-unsure" : "funds-unsure";
      throw hold(code, request, Release.TIME, arrived);
    }
    if (account) {
      // Sent twice it still changes nothing before the administrator's scan.
      return bank.shows(request)
          ? tell(request.in(MoneyState.DONE, ""))
          : requests.save(request.begun(null));
    }
    Optional<String> found = search.find(request);
    return found.isPresent()
        ? tell(request.submitted(found.get(), "").in(MoneyState.CONFIRMED, ""))
        : requests.save(request.begun(null));
  }

  private MoneyRequest scan(MoneyRequest request) {
    if (request.qrcodeTicket().isEmpty()) {
      return requests.save(request.submitted(request.outRequestNo(), bank.code(request.account())));
    }
    Answer answer =
        new Answer(
            wechat.call(
                request.account(),
                "shop/funds/qrcode/check",
                Map.of("qrcode_ticket", request.qrcodeTicket())));
    return switch ((int) answer.number("status")) {
      case 1 -> tell(request.in(MoneyState.CONFIRMED, ""));
      case 2 -> tell(request.in(MoneyState.CANCELLED, "cancelled by the administrator"));
      case 3 -> tell(request.in(MoneyState.CANCELLED, "not scanned in time"));
      default -> throw hold("funds-scan", request, Release.TIME, clock.instant().plus(SCAN));
    };
  }

  private MoneyRequest follow(MoneyRequest request) {
    if (request.kind().equals(MoneyRequest.BANK_ACCOUNT)) {
      if (!bank.shows(request)) {
        Instant next = clock.instant().plus(BANK);
        throw hold("funds-bank-account-differs", request, Release.TIME, next);
      }
      return tell(request.in(MoneyState.DONE, ""));
    }
    Answer detail = search.detail(request.account(), request.outRequestNo());
    String status = detail.text("status");
    if (CAME_TO_NOTHING.contains(status)) {
      return tell(failed(request, detail));
    }
    if (!status.equals("SUCCESS")) {
      throw hold("funds-bank", request, Release.TIME, clock.instant().plus(BANK));
    }
    return tell(request.seen(MoneyState.DONE, status, ""));
  }

  private static MoneyRequest failed(MoneyRequest request, Answer detail) {
    return request.seen(MoneyState.FAILED, detail.text("status"), detail.text("reason"));
  }

  /** A withdrawal made in WeChat's own console still belongs into the books. */
  private void elsewhere(String account, String outRequestNo) {
    Answer detail = search.detail(account, outRequestNo);
    if (erp.has("withdrawal")) {
      erp.write(
          "withdrawal",
          values(
              account,
              outRequestNo,
              "",
              detail.number("amount"),
              detail.text("remark"),
              detail.text("status"),
              detail.text("reason")));
    }
    timeline.record(account, "withdrawal", outRequestNo, "seen", detail.text("status"));
  }

  /**
   * Keeps a change and tells it to the ERP.
   *
   * <p>What is under way is kept first: the code to scan would be lost with a refused row. An end
   * is told first, and read once more if the ERP refuses it.
   */
  private MoneyRequest tell(MoneyRequest changed) {
    MoneyRequest kept = changed.state().ended() ? changed : requests.save(changed);
    if (changed.kind().equals(MoneyRequest.WITHDRAWAL)
        && !changed.outRequestNo().isEmpty()
        && erp.has("withdrawal")) {
      erp.write(
          "withdrawal",
          values(
              changed.account(),
              changed.outRequestNo(),
              changed.id(),
              changed.amount(),
              changed.remark(),
              changed.state().name(),
              changed.reason()));
    }
    timeline.record(
        changed.account(), changed.kind(), changed.id(), "seen", changed.state().english());
    return changed.state().ended() ? requests.save(kept) : kept;
  }

  private static Map<String, @Nullable Object> values(
      String account,
      String outRequestNo,
      String id,
      long amount,
      String remark,
      String status,
      String reason) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("out_request_no", outRequestNo);
    values.put("account", account);
    values.put("request_id", id);
    values.put("amount", amount);
    values.put("remark", remark);
    values.put("status", status);
    values.put("reason", reason);
    return values;
  }

  private static HoldException hold(
      String code, MoneyRequest request, Release release, @Nullable Instant until) {
    Problem problem =
        Problem.of(
            code,
            "key",
            request.id(),
            "amount",
            request.amount(),
            "by",
            request.requestedBy(),
            "number",
            request.outRequestNo());
    return new HoldException(new Hold(problem, release, until, 50));
  }
}
