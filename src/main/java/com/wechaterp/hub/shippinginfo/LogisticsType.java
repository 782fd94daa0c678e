package com.wechaterp.hub.shippinginfo;

/** How the goods of a payment reach the buyer [物流模式]. */
enum LogisticsType {
  COURIER(1, "实体物流"),
  SAME_CITY(2, "同城配送"),
  VIRTUAL(3, "虚拟商品"),
  PICK_UP(4, "用户自提"),
  /** A code this hub does not know. */
  UNKNOWN(-1, "未知");

  private final int code;
  private final String chinese;

  LogisticsType(int code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  int code() {
    return code;
  }

  /** Returns WeChat's own term. */
  String chinese() {
    return chinese;
  }

  static LogisticsType of(int code) {
    for (LogisticsType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return UNKNOWN;
  }

  /** Returns the type that a {@code delivery_type} of the component's orders comes to. */
  static LogisticsType ofDeliveryType(int deliveryType) {
    return switch (deliveryType) {
      case 0, 1 -> COURIER;
      case 2 -> VIRTUAL;
      case 3 -> SAME_CITY;
      case 4 -> PICK_UP;
      default -> UNKNOWN;
    };
  }
}
