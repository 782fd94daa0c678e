package com.wechaterp.hub.aftersale;

import java.util.Map;

/**
 * One call about an after-sale that is ready to be made.
 *
 * @param operation the operation
 * @param subject what it is about
 * @param pictures WeChat's links of its pictures, by source
 */
record AfterSaleCall(String operation, Subject subject, Map<String, String> pictures) {

  AfterSaleCall {
    pictures = Map.copyOf(pictures);
  }
}
