package com.wechaterp.hub.shipment;

/** How an order reaches its buyer [配送方式]. */
public enum DeliveryType {
  COURIER(1, "正常快递"),
  /** WeChat finishes the order at once. */
  NO_COURIER(2, "无需快递"),
  OFFLINE(3, "线下配送"),
  PICK_UP(4, "用户自提"),
  /** A code this hub does not know. */
  UNKNOWN(-1, "未知");

  private final int code;
  private final String chinese;

  DeliveryType(int code, String chinese) {
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

  /** Returns the type of a platform code, {@link #UNKNOWN} if it has none. */
  public static DeliveryType of(int code) {
    for (DeliveryType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return UNKNOWN;
  }
}
