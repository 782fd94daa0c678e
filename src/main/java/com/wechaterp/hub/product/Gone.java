package com.wechaterp.hub.product;

/** What to do at WeChat with a product the ERP no longer has. */
public enum Gone {
  /** Take it off sale; it can come back. */
  DELIST,
  /** Delete it, which is irreversible: WeChat keeps its id reserved. */
  DELETE
}
