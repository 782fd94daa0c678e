package com.wechaterp.hub.inbox;

import java.util.Map;

/**
 * One event as WeChat pushed it.
 *
 * @param account the account it was pushed for
 * @param event the value of its {@code Event} field
 * @param fromUser who sent it
 * @param createTime Unix seconds, as text
 * @param message the whole message; ids are text or longs
 */
public record InboundEvent(
    String account,
    String event,
    String fromUser,
    String createTime,
    Map<String, Object> message) {}
