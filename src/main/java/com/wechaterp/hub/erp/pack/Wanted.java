package com.wechaterp.hub.erp.pack;

import org.jspecify.annotations.Nullable;

/** What a column must hold, as a phrase in both languages. */
enum Wanted {
  FEN("an amount in whole fen", "精确到分的金额"),
  WHOLE_NUMBER("a whole number", "整数"),
  NUMBER("a number", "数字"),
  FLAG("yes or no (give a map to 1 and 0)", "是或否（请用值映射转换为 1 和 0）"),
  JSON_LIST("a JSON list", "JSON 列表"),
  ATTRS("attributes such as colour:red;size:L", "“颜色:红;尺码:L”形式的规格"),
  NAMED_VALUES(
      "as many values as there are names in its names-from column", "与 names-from 列中名称个数相同的一组值"),
  DATE_TIME(
      "a date and time (give unit: seconds or millis for numbers)",
      "日期时间（若为数字请设置 unit: seconds 或 millis）"),
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

  /** Returns how a time must be kept, by the {@code unit} of its column. */
  static Wanted time(@Nullable String unit) {
    if ("seconds".equals(unit)) {
      return SECONDS;
    }
    return "millis".equals(unit) ? MILLIS : DATE_TIME;
  }
}
