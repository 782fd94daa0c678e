package com.wechaterp.hub.category;

/** Whether a category asks for a certificate [资质类型]. */
public enum Requirement {
  NOT_NEEDED(0, "不需要"),
  MANDATORY(1, "必填"),
  OPTIONAL(2, "选填");

  private final int code;
  private final String chinese;

  Requirement(int code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** Returns the platform's code. */
  public int code() {
    return code;
  }

  /** Returns WeChat's own term. */
  public String chinese() {
    return chinese;
  }

  /** Returns the requirement of a platform code; a code nobody knows asks for nothing. */
  static Requirement of(long code) {
    for (Requirement each : values()) {
      if (each.code == code) {
        return each;
      }
    }
    return NOT_NEEDED;
  }
}
