package com.wechaterp.hub.api;

/** What an API key opens. */
public enum Scope {
  /** Questions without personal data: status, holds, timelines, reports. */
  READ,
  /** Orders and after-sales for the mini-program's backend, which hold buyers. */
  ORDERS,
  /** Any operation of WeChat's contract. */
  WECHAT,
  /** Everything. */
  ADMIN
}
