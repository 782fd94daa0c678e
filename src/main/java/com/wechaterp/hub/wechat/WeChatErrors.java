package com.wechaterp.hub.wechat;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.wechat.contract.ErrorMeaning;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes an exception that says what to do out of an error answer. */
class WeChatErrors {

  private static final Pattern RID = Pattern.compile("rid: ?(\\S+)");

  private final WeChatContract contract;

  WeChatErrors(WeChatContract contract) {
    this.contract = contract;
  }

  /**
   * Returns the code of an answer; a missing one means success (WeChat docs, conventions of the
   * interface).
   */
  static int errcode(Map<String, Object> answer) {
    Object code = answer.get("errcode");
    try {
      return code == null ? 0 : Integer.parseInt(String.valueOf(code));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  WeChatException exception(String account, String operation, Map<String, Object> answer) {
    int errcode = errcode(answer);
    ErrorMeaning meaning = contract.error(errcode);
    String errmsg = AccessTokens.masked(String.valueOf(answer.getOrDefault("errmsg", "")));
    Matcher rid = RID.matcher(errmsg);
    Problem problem =
        Problem.of(
            "wechat-error-" + meaning.kind(),
            "account",
            account,
            "operation",
            operation,
            "errcode",
            errcode,
            "errmsg",
            errmsg.replaceAll("\\s*rid:.*", ""),
            "rid",
            rid.find() ? rid.group(1) : "-",
            "meaningEn",
            meaning.en(),
            "meaningZh",
            meaning.zh());
    return new WeChatException(problem, meaning.category(), operation, errcode, false, null);
  }
}
