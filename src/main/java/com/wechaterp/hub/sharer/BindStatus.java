package com.wechaterp.hub.sharer;

/** Whether a sharer is bound [分享员绑定状态]. */
enum BindStatus {
  INITIAL(0, "初始化"),
  WAITING(1, "待绑定"),
  EXPIRED(2, "绑定失效"),
  BOUND(3, "绑定成功"),
  UNBOUND(4, "解除绑定");

  private final int code;
  private final String chinese;

  BindStatus(int code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** Returns WeChat's own term for a code, the number itself if it has none. */
  static String name(long code) {
    for (BindStatus each : values()) {
      if (each.code == code) {
        return each.chinese;
      }
    }
    return String.valueOf(code);
  }
}
