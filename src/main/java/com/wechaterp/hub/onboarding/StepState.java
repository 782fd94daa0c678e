package com.wechaterp.hub.onboarding;

/** Where a step stands. */
public enum StepState {
  DONE("done", "已完成"),
  /** The hub can do it now. */
  READY("ready: the hub does it", "就绪，可由中台执行"),
  WAITING_WECHAT("waiting on WeChat", "等待微信"),
  WAITING_YOU("waiting on you", "等待您操作"),
  NOT_YET("other steps come first", "需先完成其他步骤"),
  /** WeChat has closed the way. */
  CLOSED("closed by WeChat", "微信已关闭");

  private final String english;
  private final String chinese;

  StepState(String english, String chinese) {
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
}
