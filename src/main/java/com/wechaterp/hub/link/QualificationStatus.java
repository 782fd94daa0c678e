package com.wechaterp.hub.link;

/** State of a qualification at WeChat [资质审核状态]. */
public enum QualificationStatus {
  /** Never submitted; WeChat has no code for it. */
  NOT_SUBMITTED(-2, "未提交", "not submitted"),
  IN_AUDIT(0, "审核中", "in audit"),
  APPROVED(1, "审核成功", "approved"),
  REJECTED(9, "审核拒绝", "rejected"),
  /** A code this hub does not know; the link keeps the number. */
  UNKNOWN(-1, "未知", "unknown");

  private final int code;
  private final String chinese;
  private final String english;

  QualificationStatus(int code, String chinese, String english) {
    this.code = code;
    this.chinese = chinese;
    this.english = english;
  }

  /** Returns the platform's code, negative where it has none. */
  public int code() {
    return code;
  }

  /** Returns WeChat's own term. */
  public String chinese() {
    return chinese;
  }

  /** Returns the English term. */
  public String english() {
    return english;
  }

  /** Returns the state of a code, {@link #UNKNOWN} if it has none. */
  public static QualificationStatus of(int code) {
    for (QualificationStatus status : values()) {
      if (status.code == code) {
        return status;
      }
    }
    return UNKNOWN;
  }
}
