package com.wechaterp.hub.sandbox;

/** An error as WeChat answers it: a code and a text. */
class SandboxError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int errcode;

  SandboxError(int errcode, String errmsg) {
    super(errmsg, null, false, false);
    this.errcode = errcode;
  }

  int errcode() {
    return errcode;
  }
}
