package com.wechaterp.hub.erp.pack;

/** What a canonical column holds. */
public enum ColumnType {
  TEXT,
  LIST,
  FEN,
  COUNT,
  /** Pieces to sell; of a wrong value the safe side is known. */
  STOCK,
  FLAG,
  /** A point in time; the pack says the zone. */
  TIME,
  /** Names and values of a SKU, such as colour and size, in order. */
  ATTRS,
  /** What the hub passes on as it is, or as the rule of the column says. */
  EXTRA
}
