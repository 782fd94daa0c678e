package com.wechaterp.hub.shippinginfo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whom the courier can call: telephone numbers with only their last four and first three digits
 * shown, which is all WeChat asks for.
 */
record Contact(String consignor, String receiver) {

  private static final int LAST = 4;
  private static final int FIRST = 3;
  private static final int SHORT = 8;

  /** Returns the contact of whole or masked numbers. */
  static Contact of(String consignor, String receiver) {
    return new Contact(masked(consignor), masked(receiver));
  }

  private static String masked(String number) {
    if (number.contains("*")) {
      return number;
    }
    long digits = number.chars().filter(Contact::isDigit).count();
    long first = digits < SHORT ? 0 : FIRST;
    StringBuilder masked = new StringBuilder();
    int seen = 0;
    for (char letter : number.toCharArray()) {
      boolean hidden = isDigit(letter) && seen >= first && seen < digits - LAST;
      masked.append(hidden ? '*' : letter);
      seen += isDigit(letter) ? 1 : 0;
    }
    return masked.toString();
  }

  private static boolean isDigit(int letter) {
    return letter >= '0' && letter <= '9';
  }

  /** Returns whether one of the numbers shows the last four digits. */
  boolean canBeCalled() {
    return shows(consignor) || shows(receiver);
  }

  private static boolean shows(String number) {
    return number.replaceAll("[^0-9*]", "").matches(".*\\d{4}");
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (shows(consignor)) {
      fields.put("consignor_contact", consignor);
    }
    if (shows(receiver)) {
      fields.put("receiver_contact", receiver);
    }
    return fields;
  }
}
