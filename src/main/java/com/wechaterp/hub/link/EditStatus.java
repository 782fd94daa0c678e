package com.wechaterp.hub.link;

/** State of a product's draft [商品草稿状态]. */
public enum EditStatus {
  INITIAL(0, "初始值"),
  EDITING(1, "编辑中"),
  IN_AUDIT(2, "审核中"),
  REJECTED(3, "审核失败"),
  PASSED(4, "审核成功"),
  /** A code this hub does not know; the link keeps the number. */
  UNKNOWN(-1, "未知");

  private final int code;
  private final String chinese;

  EditStatus(int code, String chinese) {
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
  public static EditStatus of(int code) {
    for (EditStatus status : values()) {
      if (status.code == code) {
        return status;
      }
    }
    return UNKNOWN;
  }
}
