package com.wechaterp.hub.wechat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer of WeChat: what is missing is empty, and numbers may come as text and the other
 * way round (WeChat docs, conventions of the interface).
 *
 * @param fields the answer, or an object in it
 */
public record Answer(Map<?, ?> fields) {

  /** Returns an object, empty if there is none. */
  public Answer object(String name) {
    return new Answer(fields.get(name) instanceof Map<?, ?> map ? map : Map.of());
  }

  /** Returns the objects of a list; a single object counts as a list of one. */
  public List<Answer> objects(String name) {
    Object value = fields.get(name);
    List<?> list =
        value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
    return list.stream()
        .filter(Map.class::isInstance)
        .map(each -> new Answer((Map<?, ?>) each))
        .toList();
  }

  /** Returns the texts of a list. */
  public List<String> texts(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().map(Answer::plain).toList()
        : List.of();
  }

  /** Returns whether the field is there and not empty. */
  public boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** Returns a text, or a number as text; empty if there is none. */
  public String text(String name) {
    return plain(fields.get(name));
  }

  /** Returns a whole number, 0 if there is none; amounts are fen. */
  public long number(String name) {
    return number(name, 0);
  }

  /**
   * Returns a whole number.
   *
   * @throws ArithmeticException or NumberFormatException if it is none
   */
  public long number(String name, long otherwise) {
    String text = text(name);
    return text.isEmpty() ? otherwise : new BigDecimal(text).longValueExact();
  }

  /** Returns whether the field is true or 1. */
  public boolean flag(String name) {
    return List.of("true", "1").contains(text(name));
  }

  /** Returns a time as {@link WeChatTime} reads it, null if there is none. */
  public @Nullable Instant time(String name) {
    return WeChatTime.read(text(name));
  }

  private static String plain(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal exact ? exact.toPlainString() : value.toString();
  }
}
