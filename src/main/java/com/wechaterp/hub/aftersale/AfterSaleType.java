package com.wechaterp.hub.aftersale;

/** Kind of an after-sale [售后类型]. */
public enum AfterSaleType {
  REFUND(1, "退款", "refund"),
  RETURN_REFUND(2, "退款退货", "return and refund"),
  /** Only the older contract has it. */
  EXCHANGE(3, "换货", "exchange"),
  /** A code this hub does not know; whoever holds it keeps the number. */
  UNKNOWN(-1, "未知", "unknown");

  private final int code;
  private final String chinese;
  private final String english;

  AfterSaleType(int code, String chinese, String english) {
    this.code = code;
    this.chinese = chinese;
    this.english = english;
  }

  /** Returns the platform's code, -1 for {@link #UNKNOWN}. */
  public int code() {
    return code;
  }

  /** Returns WeChat's own term. */
  public String chinese() {
    return chinese;
  }

  /** Returns a plain English name. */
  public String english() {
    return english;
  }

  /** Returns the kind of a platform code, {@link #UNKNOWN} if it has none. */
  public static AfterSaleType of(int code) {
    for (AfterSaleType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return UNKNOWN;
  }
}
