package com.wechaterp.hub.erp.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a list out of one text: JSON, the pictures of HTML, or values between separators. */
final class ListColumn {

  /** What a value begins with that is an address by itself. */
  private static final Pattern ADDRESS = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)?//.*");

  private static final Pattern PICTURE =
      Pattern.compile(".*\\.(?:jpe?g|png|gif|webp|bmp)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DATA = Pattern.compile("data:.*", Pattern.DOTALL);

  private ListColumn() {}

  /** Returns the values that are not blank, as many as the rule takes. */
  static List<String> read(Place place, ColumnRule rule, String text) {
    return raw(place, rule, text).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .filter(value -> usable(place, value))
        .limit(rule.first() == 0 ? Integer.MAX_VALUE : rule.first())
        .toList();
  }

  private static List<String> raw(Place place, ColumnRule rule, String text) {
    String split = rule.split();
    if (rule.json()) {
      return JsonText.list(place, text);
    }
    if (rule.htmlImages()) {
      return HtmlPictures.in(text);
    }
    if (JsonText.looksLike(text)) {
      throw place.wrong(text, Wanted.LIST_OR_RULE);
    }
    return split == null ? List.of(text) : parts(text, split);
  }

  /** A picture inside the text itself cannot be given to WeChat; its neighbours can. */
  private static boolean usable(Place place, String value) {
    if (isData(value)) {
      place.warn("erp-picture-data");
      return false;
    }
    return true;
  }

  /**
   * Splits, except where the separator stands inside an address: {@code
   * https://h/a.jpg?x=resize,w_200} is one.
   */
  private static List<String> parts(String text, String split) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(Pattern.quote(split))) {
      int last = parts.size() - 1;
      if (last >= 0 && goesOn(parts.get(last), part.strip())) {
        parts.set(last, parts.get(last) + split + part);
      } else {
        parts.add(part);
      }
    }
    return parts;
  }

  private static boolean goesOn(String before, String part) {
    String address = before.strip();
    if (isData(address)) {
      return !address.contains(",");
    }
    boolean begins = part.startsWith("/") || ADDRESS.matcher(part).matches() || isData(part);
    return !part.isEmpty()
        && !begins
        && ADDRESS.matcher(address).matches()
        && (address.contains("?") || !PICTURE.matcher(address).matches());
  }

  private static boolean isData(String part) {
    return DATA.matcher(part).matches();
  }
}
