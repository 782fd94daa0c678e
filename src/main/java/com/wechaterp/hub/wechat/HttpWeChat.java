package com.wechaterp.hub.wechat;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.contract.Operation;
import com.wechaterp.hub.wechat.contract.Violation;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Calls the platform over HTTP: checks the request, adds the token, reads the answer. */
class HttpWeChat implements WeChat {

  private final WeChatAccounts accounts;
  private final WeChatTransport transport;
  private final WeChatContract contract;
  private final AccessTokens tokens;
  private final WeChatErrors errors;
  private final UnknownFields unknown;
  private final Timeline timeline;
  private final Consumer<String> answered;

  /**
   * Creates the platform's client.
   *
   * @param answered told the account whenever WeChat did what it asked for
   */
  HttpWeChat(
      WeChatAccounts accounts,
      WeChatTransport transport,
      WeChatContract contract,
      AccessTokens tokens,
      UnknownFields unknown,
      Timeline timeline,
      Consumer<String> answered) {
    this.accounts = accounts;
    this.transport = transport;
    this.contract = contract;
    this.tokens = tokens;
    this.errors = new WeChatErrors(contract);
    this.unknown = unknown;
    this.timeline = timeline;
    this.answered = answered;
  }

  @Override
  public Map<String, Object> call(String account, String operationId, Map<String, ?> body) {
    Operation operation = contract.require(operationId);
    check(account, operation, body);
    WeChatAccount settings = accounts.require(account);
    if (!operation.token()) {
      return succeeded(account, operation, transport.send(settings, operation, null, body));
    }
    String token = tokens.token(account);
    Map<String, Object> answer = transport.send(settings, operation, token, body);
    if (contract.error(WeChatErrors.errcode(answer)).category() == ErrorCategory.TOKEN) {
      // A token code means that nothing was done, so the same call is safe to repeat, once.
      String renewed = tokens.tokenInsteadOf(account, token);
      answer = transport.send(settings, operation, renewed, body);
    }
    return succeeded(account, operation, answer);
  }

  private Map<String, Object> succeeded(
      String account, Operation operation, Map<String, Object> answer) {
    if (WeChatErrors.errcode(answer) != 0) {
      throw errors.exception(account, operation.id(), answer);
    }
    answered.accept(account);
    return answer;
  }

  private void check(String account, Operation operation, Map<String, ?> body) {
    List<Violation> violations = unknown.check(operation, body);
    if (!violations.isEmpty()) {
      String all = violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
      throw new WeChatException(
          Problem.of(
              "wechat-request-breaks-contract", "operation", operation.id(), "violations", all),
          ErrorCategory.PERMANENT,
          operation.id(),
          0,
          false,
          null);
    }
    List<String> letThrough = unknown.letThrough(operation, body);
    if (!letThrough.isEmpty()) {
      BusinessId about = BusinessId.of(operation, body);
      timeline.record(
          account,
          about.subject(),
          about.key(),
          "unknown-field",
          operation.id()
              + ", let through by hub.wechat.unknown-fields: "
              + String.join(", ", letThrough));
    }
  }
}
