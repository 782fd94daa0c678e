package com.wechaterp.hub.wechat.contract;

import java.util.List;

/**
 * One event WeChat pushes.
 *
 * @param name the value of {@code Event}
 * @param zh its name in WeChat's documentation
 * @param en its name in English
 * @param body the element that holds the fields, or {@code .} for the message itself
 * @param when when it is pushed
 * @param reply what to answer: {@code success}, or a description of the structured reply
 * @param fields the fields
 */
public record EventType(
    String name, String zh, String en, String body, String when, String reply, List<Field> fields) {

  /** The body of an event whose fields stand in the message itself. */
  static final String WHOLE = ".";
}
