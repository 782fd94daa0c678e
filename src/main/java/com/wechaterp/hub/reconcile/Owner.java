package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.plan.Release;
import java.util.Locale;

/** Who must act so that a difference goes away. */
public enum Owner {
  /** The hub: a repair puts the key to work. */
  HUB("中台"),
  /** Whoever keeps the ERP's rows. */
  ERP("ERP"),
  /** WeChat: its decision or its time is awaited. */
  WECHAT("微信"),
  /** A person of the merchant decides. */
  MERCHANT("商家");

  private final String chinese;

  Owner(String chinese) {
    this.chinese = chinese;
  }

  /** Returns the name, such as {@code hub}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the Chinese name. */
  public String chinese() {
    return chinese;
  }

  /** Returns who must act so that a key that waits goes on. */
  static Owner of(Release release) {
    return switch (release) {
      case ERP_CHANGE -> ERP;
      case CONFIG_CHANGE, PERSON -> MERCHANT;
      case AUDIT, QUOTA, TIME -> WECHAT;
    };
  }
}
