package com.wechaterp.hub.wechat.contract;

/**
 * One way in which a request breaks the contract.
 *
 * @param field the path of the field, such as {@code skus[2].sale_price}
 * @param rule what the contract wants
 * @param found what was found, shortened
 */
public record Violation(String field, String rule, String found) {

  /** How a field is called that the contract does not know. */
  static final String NO_FIELD = "is not a field here";

  /** Returns whether it is a field that the contract does not know. */
  public boolean isUnknownField() {
    return rule.startsWith(NO_FIELD);
  }

  @Override
  public String toString() {
    return field + " " + rule + ", found " + found;
  }
}
