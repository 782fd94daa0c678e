package com.wechaterp.hub.courier;

/**
 * One courier of WeChat's list.
 *
 * @param id WeChat's {@code delivery_id}, such as {@code SF}
 * @param name WeChat's {@code delivery_name}, such as 顺丰速运
 */
public record Courier(String id, String name) {

  /** The id WeChat asks for when its list does not have the courier (WeChat docs, orders [订单]). */
  public static final String OTHERS = "OTHERS";

  @Override
  public String toString() {
    return id + " " + name;
  }
}
