package com.wechaterp.hub.wechat;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks the credentials of an account by calls that change nothing. */
public class CredentialCheck {

  /**
   * The account exists and its credentials are right, but it has not joined yet (WeChat's
   * documents: joining [接入流程]).
   */
  private static final int NOT_JOINED = 1040003;

  private final WeChat weChat;
  private final WeChatAccounts accounts;

  CredentialCheck(WeChat weChat, WeChatAccounts accounts) {
    this.weChat = weChat;
    this.accounts = accounts;
  }

  /**
   * Returns what is wrong with the settings or credentials of all accounts; one that is set up
   * wrongly does not keep the others from being looked at.
   */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (String account : accounts.names().stream().sorted().toList()) {
      List<Problem> settings = accounts.problems(account);
      problems.addAll(settings);
      if (settings.isEmpty()) {
        check(account, problems);
      }
    }
    return problems;
  }

  private void check(String account, List<Problem> problems) {
    try {
      weChat.call(account, "shop/register/check", Map.of());
    } catch (WeChatException e) {
      if (e.errcode() != NOT_JOINED) {
        problems.add(e.problem());
      }
    } catch (ProblemException e) {
      problems.add(e.problem());
    }
  }
}
