package com.wechaterp.hub.sandbox;

import java.util.Map;

/**
 * An operation whose recorded success has no errcode and no errmsg (WeChat docs, conventions of the
 * interface).
 */
record BareOperation(SandboxOperation played) implements SandboxOperation {

  @Override
  public Map<String, Object> answer(Shop shop, Map<String, Object> request) {
    return played.answer(shop, request);
  }

  @Override
  public boolean saysErrcode() {
    return false;
  }
}
