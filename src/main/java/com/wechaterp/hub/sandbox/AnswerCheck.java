package com.wechaterp.hub.sandbox;

import com.wechaterp.hub.wechat.contract.Operation;
import com.wechaterp.hub.wechat.contract.Violation;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the sandbox's own answers and events against the contract: a sandbox that says what WeChat
 * never would proves nothing. What breaks it is an error in the log, and fails every test of ours.
 */
final class AnswerCheck {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerCheck.class);

  private final WeChatContract contract;

  AnswerCheck(WeChatContract contract) {
    this.contract = contract;
  }

  void check(String event, Map<String, Object> message) {
    List<Violation> violations = contract.checkEvent(event, message);
    if (!violations.isEmpty()) {
      LOG.error("The sandbox's event {} breaks the contract: {}", event, violations);
    }
  }

  void check(Operation operation, Map<String, Object> answer) {
    List<Violation> violations = contract.checkAnswer(operation, answer);
    if (!violations.isEmpty()) {
      LOG.error("The sandbox's answer to {} breaks the contract: {}", operation.id(), violations);
    }
  }
}
