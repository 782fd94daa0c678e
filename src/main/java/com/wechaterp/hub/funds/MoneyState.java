package com.wechaterp.hub.funds;

/** Where a request that moves money or says where it goes stands. */
public enum MoneyState {
  /** Waits for a second person. */
  REQUESTED("waits for a second person", "等待第二人确认"),
  /** May be sent to WeChat. */
  APPROVED("approved", "已确认"),
  /** WeChat waits for the administrator to scan. */
  SUBMITTED("waits for the administrator's scan", "等待管理员扫码"),
  /** The administrator confirmed; WeChat is at it. */
  CONFIRMED("confirmed, in work at WeChat", "已扫码确认，微信处理中"),
  DONE("done", "已完成"),
  FAILED("failed", "失败"),
  /** Rejected by the second person, or cancelled or not scanned by the administrator. */
  CANCELLED("cancelled", "已取消");

  private final String english;
  private final String chinese;

  MoneyState(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  /** Returns the English term. */
  public String english() {
    return english;
  }

  /** Returns the Chinese term. */
  public String chinese() {
    return chinese;
  }

  /** Returns whether nothing more will happen. */
  public boolean ended() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}
