package com.wechaterp.hub.funds;

import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import java.util.Map;

/** The bank account WeChat pays out to, which the administrator confirms by scanning a code. */
class SettlementAccount {

  /** The identity of the documentation's own sample of {@code funds/qrcode/gen}. */
  private static final long ADMINISTRATOR = 1;

  private static final int SHOWN = 4;

  private final WeChat wechat;

  SettlementAccount(WeChat wechat) {
    this.wechat = wechat;
  }

  /** Returns the ticket of a code to scan: unlike a withdrawal, a change comes without one. */
  String code(String account) {
    return new Answer(
            wechat.call(account, "shop/funds/qrcode/gen", Map.of("identity_type", ADMINISTRATOR)))
        .text("qrcode_ticket");
  }

  /** Returns whether WeChat shows the wanted account; of its number it shows only the end. */
  boolean shows(MoneyRequest wanted) {
    Answer shown =
        new Answer(wechat.call(wanted.account(), "shop/funds/getbankaccount", Map.of()))
            .object("account_info");
    String number = wanted.details().getOrDefault("account_number", "");
    String theirs = shown.text("account_number");
    return shown.text("account_bank").equals(wanted.details().get("account_bank"))
        && theirs.length() >= SHOWN
        && number.endsWith(theirs.substring(theirs.length() - SHOWN));
  }
}
