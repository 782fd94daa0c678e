package com.wechaterp.hub.inbox;

import java.util.Map;

/**
 * One event as WeChat pushed it.
 *
 * @param account the account it was pushed for
 * @param event the value of its {@code Event} field; a message that is no event is named {@code
 *     message/} and its type
 * @param fromUser who sent it
 * @param createTime Unix seconds, as text
 * @param message the whole message; ids are text or longs
 */
public record InboundEvent(
    String account, String event, String fromUser, String createTime, Map<String, Object> message) {

  /** How the names of messages begin that are no events. */
  public static final String MESSAGE = "message/";

  /** Returns the event of a message that has been checked and read. */
  public static InboundEvent of(String account, Map<String, Object> message) {
    String event = text(message, "Event");
    return new InboundEvent(
        account,
        event.isBlank() ? MESSAGE + text(message, "MsgType") : event,
        text(message, "FromUserName"),
        text(message, "CreateTime"),
        message);
  }

  /** Returns a field of the message's top as text, empty if it is missing. */
  public String field(String name) {
    return text(message, name);
  }

  private static String text(Map<String, Object> message, String name) {
    Object value = message.get(name);
    return value == null ? "" : String.valueOf(value);
  }
}
