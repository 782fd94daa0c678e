package com.wechaterp.hub.sandbox;

/** The states of an application for the scene merchant number, in their order. */
enum ApplymentState {
  CHECKING("资料校验中"),
  ACCOUNT_NEED_VERIFY("待账户验证"),
  AUDITING("审核中"),
  NEED_SIGN("待签约"),
  FINISH("完成"),
  REJECTED("已驳回"),
  FROZEN("已冻结"),
  CANCELED("已作废");

  private final String text;

  ApplymentState(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Returns whether the merchant has to do something before it goes on. */
  boolean waitsForPerson() {
    return this == ACCOUNT_NEED_VERIFY || this == NEED_SIGN;
  }

  /** Returns whether it goes on by itself or by a person. */
  boolean goesOn() {
    return compareTo(FINISH) < 0;
  }

  ApplymentState next() {
    return goesOn() ? values()[ordinal() + 1] : this;
  }
}
