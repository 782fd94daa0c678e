package com.wechaterp.hub.link;

/** State of a product's online copy [商品线上状态]. */
public enum SaleStatus {
  INITIAL(0, "初始值"),
  ON_SALE(5, "上架"),
  DELISTED(11, "自主下架"),
  DELISTED_BY_PLATFORM(13, "违规下架/风控系统下架"),
  /** A code this hub does not know; the link keeps the number. */
  UNKNOWN(-1, "未知");

  private final int code;
  private final String chinese;

  SaleStatus(int code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** Returns the platform's code, -1 for {@link #UNKNOWN}. */
  public int code() {
    return code;
  }

  /** Returns WeChat's own term. */
  public String chinese() {
    return chinese;
  }

  /** Returns the state of a platform code, {@link #UNKNOWN} if it has none. */
  public static SaleStatus of(int code) {
    for (SaleStatus status : values()) {
      if (status.code == code) {
        return status;
      }
    }
    return UNKNOWN;
  }
}
