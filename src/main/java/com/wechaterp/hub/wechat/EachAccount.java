package com.wechaterp.hub.wechat;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does the same for several accounts: one that WeChat refuses does not keep the others from it. */
public final class EachAccount {

  private EachAccount() {}

  /**
   * Looks at every account.
   *
   * @throws WeChatException what WeChat said of the first it refused, after the others were looked
   *     at
   */
  public static void of(Collection<String> accounts, Consumer<String> look) {
    @Nullable WeChatException first = null;
    for (String account : accounts) {
      try {
        look.accept(account);
      } catch (WeChatException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
