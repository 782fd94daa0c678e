package com.wechaterp.hub.wechat.contract;

import java.util.Locale;

/** The types of fields on the wire. */
public enum FieldType {
  STRING,
  INTEGER,
  /** A 64-bit id, which a double cannot hold. */
  ID,
  /** 0 or 1. */
  FLAG,
  BOOLEAN,
  NUMBER,
  /** {@code yyyy-MM-dd HH:mm:ss} in China time. */
  DATETIME,
  /** Unix seconds. */
  SECONDS,
  RFC3339,
  FILE,
  OBJECT;

  static FieldType of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
