package com.wechaterp.hub.wechat.contract;

/**
 * One way in which a request breaks the contract.
 *
 * @param field the path of the field, such as {@code skus[2].sale_price}
 * @param rule what the contract wants
 * @param found what was found, shortened
 */
public record Violation(String field, String rule, String found) {

  @Override
  public String toString() {
    return field + " " + rule + ", found " + found;
  }
}
