package com.wechaterp.hub.erp.pack;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** The one text of a value, whatever type the ERP's column has. */
public final class ValueText {

  private ValueText() {}

  /** Returns the text without blanks around it: digits for numbers, characters for bytes. */
  public static String of(Object value) {
    return exact(value).strip();
  }

  /** Returns the text with the blanks that are part of it. */
  public static String exact(Object value) {
    if (value instanceof byte[] bytes) {
      // BIT(1) comes as one byte, and no text is a control character.
      return bytes.length == 1 && bytes[0] >= 0 && bytes[0] < ' '
          ? String.valueOf(bytes[0])
          : new String(bytes, StandardCharsets.UTF_8);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Double || value instanceof Float) {
      BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
      return number.signum() == 0 ? "0" : number.toPlainString();
    }
    return String.valueOf(value);
  }
}
