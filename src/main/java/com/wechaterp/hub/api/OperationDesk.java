package com.wechaterp.hub.api;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.UnknownFields;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.wechat.WeChatAccounts;
import com.wechaterp.hub.wechat.WeChatException;
import com.wechaterp.hub.wechat.contract.Operation;
import com.wechaterp.hub.wechat.contract.Violation;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Passes operations of WeChat's contract on, each checked, confirmed, counted and recorded. */
class OperationDesk {

  /** The subject of the timeline; its keys are the operations. */
  static final String SUBJECT = "api";

  private final WeChat wechat;
  private final WeChatContract contract;
  private final WeChatAccounts accounts;
  private final CallRates rates;
  private final UnknownFields unknown;
  private final Timeline timeline;
  private final Clock clock;
  private final OperationRules rules = OperationRules.load();

  OperationDesk(
      WeChat wechat,
      WeChatContract contract,
      UnknownFields unknown,
      WeChatAccounts accounts,
      CallRates rates,
      Timeline timeline,
      Clock clock) {
    this.wechat = wechat;
    this.contract = contract;
    this.unknown = unknown;
    this.accounts = accounts;
    this.rates = rates;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * Who asks for what.
   *
   * @param caller the name of the API key
   * @param confirmation the header {@code X-Confirm}, or empty
   */
  record Question(String caller, String account, String operation, String confirmation) {}

  /**
   * Calls an operation and returns WeChat's answer.
   *
   * @throws ApiRefusal if it is not called, or WeChat refuses it
   */
  Map<String, Object> call(Question question, byte @Nullable [] body) {
    Operation operation = contract.require(question.operation);
    accounts.require(question.account);
    rules
        .instead(operation.id())
        .ifPresent(
            instead -> {
              throw new ApiRefusal(
                  HttpStatus.FORBIDDEN,
                  Problem.of(
                      "api-operation-elsewhere", "operation", operation.id(), "instead", instead));
            });
    Map<String, Object> document = RequestDocument.of(operation, body);
    check(operation, document);
    if (rules.mustBeConfirmed(operation.id()) && !question.confirmation.equals(operation.id())) {
      throw new ApiRefusal(
          HttpStatus.PRECONDITION_REQUIRED, Problem.of("api-confirm", "operation", operation.id()));
    }
    rates.take(question.caller, question.account);
    return call(question, document);
  }

  private void check(Operation operation, Map<String, Object> document) {
    List<Violation> violations = unknown.check(operation, document);
    if (!violations.isEmpty()) {
      throw new ApiRefusal(
          HttpStatus.UNPROCESSABLE_CONTENT,
          Problem.of("api-contract", "operation", operation.id(), "count", violations.size()),
          Map.of("violations", violations),
          null);
    }
  }

  private Map<String, Object> call(Question question, Map<String, Object> document) {
    Instant begun = clock.instant();
    try {
      Map<String, Object> answer = wechat.call(question.account, question.operation, document);
      record(question, "called", "0", begun);
      return answer;
    } catch (WeChatException e) {
      String outcome = e.errcode() + " " + e.category() + " rid " + rid(e);
      record(question, e.outcomeUnknown() ? "unknown" : "refused", outcome, begun);
      throw refused(e);
    }
  }

  private void record(Question question, String step, String outcome, Instant begun) {
    long taken = Duration.between(begun, clock.instant()).toMillis();
    timeline.record(
        question.account,
        SUBJECT,
        question.operation,
        step,
        question.caller + ": " + outcome + " (" + taken + " ms)");
  }

  private static ApiRefusal refused(WeChatException failure) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("operation", failure.operation());
    details.put("errcode", failure.errcode());
    details.put("category", failure.category().name());
    details.put("rid", rid(failure));
    details.put("outcome_unknown", failure.outcomeUnknown());
    HttpStatus status =
        switch (failure.category()) {
          case PERMANENT -> HttpStatus.UNPROCESSABLE_CONTENT;
          case LIMIT -> HttpStatus.TOO_MANY_REQUESTS;
          case CONFIG, TOKEN -> HttpStatus.BAD_GATEWAY;
          case RETRY, OUTAGE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    return new ApiRefusal(status, failure.problem(), details, failure);
  }

  private static String rid(WeChatException failure) {
    return failure.problem().facts().getOrDefault("rid", "-");
  }
}
