package com.wechaterp.hub.erp;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time zone that an admin wrote into the URL of a MySQL database.
 *
 * @param parameter the parameter, as it stands there
 * @param zone its value
 */
record StatedZone(String parameter, String zone) {

  private static final Pattern STATED =
      Pattern.compile(
          "[?&(,](serverTimezone|connectionTimeZone|sessionVariables=[^&]*?\\btime_zone)"
              + "\\s*=\\s*([^&,;)]+)",
          Pattern.CASE_INSENSITIVE);

  /** These name no zone of their own; the hub says what they are. */
  private static final Set<String> RELATIVE = Set.of("LOCAL", "SERVER", "SYSTEM");

  /** Returns the first zone the URL names. */
  static Optional<StatedZone> in(String url) {
    Matcher stated = STATED.matcher(url);
    while (stated.find()) {
      String parameter = stated.group(1).replaceAll("=.*", "");
      String zone =
          URLDecoder.decode(stated.group(2).replace("+", "%2B"), StandardCharsets.UTF_8)
              .replaceAll("['\"\\s]", "");
      if (!RELATIVE.contains(zone.toUpperCase(Locale.ROOT))) {
        return Optional.of(new StatedZone(parameter, zone));
      }
    }
    return Optional.empty();
  }
}
