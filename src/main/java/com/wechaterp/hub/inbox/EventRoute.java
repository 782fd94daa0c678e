package com.wechaterp.hub.inbox;

import java.util.List;

/**
 * What becomes of an event.
 *
 * @param flow the flow that looks at it; empty if nothing is to be done
 * @param keys the merchant's fields that may name the key, the first one filled wins; with neither
 *     these nor {@code wx} the event concerns the account as a whole
 * @param wx the field with WeChat's own id, for events that name none of the merchant's; empty if
 *     there is none
 * @param person the field with the openid of whom it is about; the key does not tell who it is;
 *     empty if it is about no person
 */
record EventRoute(String flow, List<String> keys, String wx, String person) {

  boolean isNoOp() {
    return flow.isEmpty();
  }

  boolean concernsAccount() {
    return keys.isEmpty() && wx.isEmpty() && person.isEmpty();
  }
}
