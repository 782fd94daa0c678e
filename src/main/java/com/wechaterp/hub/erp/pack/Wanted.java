package com.wechaterp.hub.erp.pack;

import org.jspecify.annotations.Nullable;

/** What a column must hold, as a phrase in both languages. */
enum Wanted {
  FEN("an amount in whole fen", "精确到分的金额"),
  WHOLE_NUMBER("a whole number", "整数"),
  NUMBER("a number", "数字"),
  FLAG("yes or no (give a map to 1 and 0)", "是或否（请用值映射转换为 1 和 0）"),
  JSON("JSON", "JSON"),
  JSON_LIST("a JSON list of texts and numbers", "由文本和数字组成的 JSON 列表"),
  JSON_OBJECT(
      "a JSON object of names and values (json: pairs for a list of objects)",
      "由名称和值组成的 JSON 对象（对象列表请用 json: pairs）"),
  JSON_PAIRS(
      "a JSON list of objects with the fields named by name: and value:",
      "对象的 JSON 列表，且每个对象都有 name: 与 value: 指定的字段"),
  ATTRS_OR_RULE(
      "attributes such as colour:red;size:L (for JSON give the column json: true or json: pairs)",
      "“颜色:红;尺码:L”形式的规格（若为 JSON，请为该列设置 json: true 或 json: pairs）"),
  LIST_OR_RULE(
      "a plain value (for a JSON list give the column json: true)",
      "普通取值（若为 JSON 列表，请为该列设置 json: true）"),
  ATTRS("attributes such as colour:red;size:L", "“颜色:红;尺码:L”形式的规格"),
  NAMED_VALUES(
      "as many values as there are names in its names-from column", "与 names-from 列中名称个数相同的一组值"),
  DATE_TIME(
      "a date and time (give unit: seconds or millis for numbers, format: for text)",
      "日期时间（若为数字请设置 unit: seconds 或 millis，若为文本请设置 format:）"),
  FORMATTED("a time in the format: of its column", "符合该列 format: 的时间"),
  SECONDS("a number of seconds since 1970", "1970 年以来的秒数"),
  MILLIS("a number of milliseconds since 1970", "1970 年以来的毫秒数");

  private final String en;
  private final String zh;

  Wanted(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  String en() {
    return en;
  }

  String zh() {
    return zh;
  }

  /** Returns how a time must be kept, by the rule of its column. */
  static Wanted time(ColumnRule rule) {
    return time(rule.unit(), rule.format());
  }

  static Wanted time(@Nullable String unit, @Nullable String format) {
    if ("seconds".equals(unit)) {
      return SECONDS;
    }
    if ("millis".equals(unit)) {
      return MILLIS;
    }
    return format == null ? DATE_TIME : FORMATTED;
  }
}
