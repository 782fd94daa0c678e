package com.wechaterp.hub.erp.pack;

/** What a canonical column holds. */
public enum ColumnType {
  TEXT,
  LIST,
  FEN,
  COUNT,
  FLAG,
  /** Names and values of a SKU, such as colour and size, in order. */
  ATTRS
}
