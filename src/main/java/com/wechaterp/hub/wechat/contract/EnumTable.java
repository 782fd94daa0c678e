package com.wechaterp.hub.wechat.contract;

import java.util.Map;
import java.util.Optional;

/**
 * One code table.
 *
 * @param name the key in {@code enums.yaml}
 * @param zh its name in WeChat's documentation
 * @param open whether the documentation gives only some of the codes
 * @param values the meanings by code, in the documentation's order
 */
public record EnumTable(String name, String zh, boolean open, Map<String, EnumValue> values) {

  /**
   * One code.
   *
   * @param code the code as text
   * @param zh WeChat's term
   * @param en a plain English name
   */
  public record EnumValue(String code, String zh, String en) {}

  /** Returns the meaning of a code, empty if the table does not know it. */
  public Optional<EnumValue> value(Object code) {
    return Optional.ofNullable(values.get(String.valueOf(code)));
  }
}
