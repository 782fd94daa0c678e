package com.wechaterp.hub.problem;

import java.util.Locale;

/** The languages the hub speaks to people. */
public enum Language {
  EN,
  ZH;

  /**
   * Returns the language of a tag such as {@code zh}, {@code zh-CN} or {@code en}; English
   * otherwise.
   */
  public static Language of(String tag) {
    return tag.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH : EN;
  }

  /** Returns the key of this language in the problem files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
