package com.wechaterp.hub.wechat;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.Map;

/**
 * Lets only questions through to WeChat and refuses every call that would change something there.
 *
 * <p>In a dry run the work list rests already; this holds for whoever calls WeChat beside it: the
 * API, the onboarding, a route of the admin's.
 */
class DryRunWeChat implements WeChat {

  private final WeChat weChat;
  private final WeChatContract contract;

  DryRunWeChat(WeChat weChat, WeChatContract contract) {
    this.weChat = weChat;
    this.contract = contract;
  }

  @Override
  public Map<String, Object> call(String account, String operationId, Map<String, ?> body) {
    if (!contract.require(operationId).reads()) {
      throw new WeChatException(
          Problem.of("hub-dry-run-refuses", "operation", operationId),
          ErrorCategory.CONFIG,
          operationId,
          0,
          false,
          null);
    }
    return weChat.call(account, operationId, body);
  }
}
