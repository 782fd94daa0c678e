package com.wechaterp.hub.wechat.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a request, an answer or an event.
 *
 * @param name the name on the wire
 * @param type the type, of the elements if it is a list
 * @param list whether it is a list
 * @param need whether it must be there
 * @param unit {@code fen}, {@code yuan} or null
 * @param enumName the table of {@code enums.yaml}, or null
 * @param eitherForm whether WeChat also uses the other of number and text
 * @param fields the fields of an object; empty where unknown or not an object
 * @param description a phrase
 */
public record Field(
    String name,
    FieldType type,
    boolean list,
    Need need,
    @Nullable String unit,
    @Nullable String enumName,
    boolean eitherForm,
    List<Field> fields,
    String description) {}
