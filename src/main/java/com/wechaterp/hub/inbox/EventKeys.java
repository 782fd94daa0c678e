package com.wechaterp.hub.inbox;

import com.wechaterp.hub.work.PersonKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a message which key it concerns, and what makes the event the same when it comes again.
 */
final class EventKeys {

  /** What stands before an id that WeChat gave, where an event names none of the merchant's. */
  static final String WX = "wx:";

  private static final int LONGEST = 128;
  private static final int TIME_LENGTH = 20;

  private EventKeys() {}

  /** Returns the key of the work list, empty if the message names none that could be one. */
  static String workKey(InboundEvent event, EventRoute route) {
    if (route.concernsAccount()) {
      return fitting(value(event.message().get("ToUserName")));
    }
    if (!route.person().isEmpty()) {
      String openid = openid(event.message(), route);
      return openid.isEmpty() ? "" : PersonKey.of(openid);
    }
    for (String field : route.keys()) {
      String found = find(event.message(), field);
      if (!found.isEmpty()) {
        return fitting(found);
      }
    }
    String found = route.wx().isEmpty() ? "" : find(event.message(), route.wx());
    return found.isEmpty() ? "" : fitting(WX + found);
  }

  /** Returns the openid of the person an event is about, empty if it names none. */
  static String openid(Map<String, Object> message, EventRoute route) {
    return find(message, route.person());
  }

  private static String fitting(String key) {
    return key.length() <= LONGEST ? key : "";
  }

  /** Looks in the message and in the objects directly below it. */
  private static String find(Map<String, Object> message, String field) {
    String direct = value(message.get(field));
    if (!direct.isEmpty()) {
      return direct;
    }
    for (Object below : message.values()) {
      String found = below instanceof Map<?, ?> body ? value(body.get(field)) : "";
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  /** An id of 0 is WeChat's way to leave one out. */
  private static String value(@Nullable Object value) {
    boolean scalar = value instanceof String || value instanceof Number;
    String text = scalar ? String.valueOf(value).strip() : "";
    return text.equals("0") ? "" : text;
  }

  /**
   * Returns what tells an event apart: account, sender, second, name and everything else it says,
   * because several events of one sender can share a second. XML and JSON say the same alike.
   */
  static String identity(InboundEvent event) {
    StringBuilder text = new StringBuilder(256);
    text.append(event.account())
        .append('\n')
        .append(event.fromUser())
        .append('\n')
        .append(event.createTime())
        .append('\n');
    text.append(event.event()).append('\n');
    append(event.message(), text);
    // The time comes first, so that the index grows at its end and few of its pages are written.
    String time = event.createTime();
    return (time.length() <= TIME_LENGTH ? time : "")
        + "|"
        + DigestUtils.sha256Hex(text.toString());
  }

  private static void append(@Nullable Object value, StringBuilder text) {
    if (value instanceof Map<?, ?> map) {
      text.append('{');
      new TreeMap<>(map)
          .forEach(
              (name, part) -> {
                text.append(name).append('=');
                append(part, text);
              });
      text.append('}');
    } else if (value instanceof List<?> list) {
      each(list, text);
    } else {
      String scalar = String.valueOf(value);
      text.append(scalar.length()).append(':').append(scalar).append(';');
    }
  }

  private static void each(Collection<?> list, StringBuilder text) {
    // A list of one is an element like any other in XML.
    list.forEach(part -> append(part, text));
  }
}
