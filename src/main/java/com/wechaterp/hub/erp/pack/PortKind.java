package com.wechaterp.hub.erp.pack;

/** What a port does. */
public enum PortKind {
  READ,
  WRITE
}
