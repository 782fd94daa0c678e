package com.wechaterp.hub.document;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as merchants write them, made into what a server can be asked for. */
public final class WebAddress {

  private static final Pattern PARTS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:)?(//[^/?#]*)?(.*)", Pattern.DOTALL);
  private static final Pattern WRONG_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** What stays as it is; all else is written as bytes, as browsers do. */
  private static final Pattern ESCAPED = Pattern.compile("[^A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+");

  private static final Pattern ABOVE_ROOT = Pattern.compile("^(/\\.\\.)+(?=/|$)");

  private WebAddress() {}

  /**
   * Returns the address with blanks, Chinese names and other marks written as browsers write them;
   * what is written so already stays.
   */
  public static String encoded(String address) {
    Matcher parts = PARTS.matcher(address.strip());
    parts.matches();
    String scheme = parts.group(1) == null ? "" : parts.group(1);
    String host = parts.group(2) == null ? "" : host(parts.group(2));
    return scheme + host + escaped(parts.group(3));
  }

  /**
   * Returns the address a reference means beside a page, as RFC 3986 section 5 resolves it.
   *
   * @param base the page, an absolute address
   * @param reference such as {@code //host/a.jpg}, {@code /a.jpg}, {@code ../a.jpg}, {@code a.jpg}
   * @throws IllegalArgumentException if the base is no address
   */
  public static String resolved(String base, String reference) {
    String page = encoded(base);
    if (reference.startsWith("?")) {
      return page.replaceFirst("[?#].*", "") + encoded(reference);
    }
    URI from = URI.create(page);
    if (from.getRawPath().isEmpty()) {
      from = from.resolve("/");
    }
    URI found = from.resolve(encoded(reference));
    String path = found.getRawPath();
    return path == null
        ? found.toString()
        : found.toString().replace(path, ABOVE_ROOT.matcher(path).replaceFirst(""));
  }

  private static String host(String authority) {
    try {
      return "//" + IDN.toASCII(authority.substring(2), IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      return authority;
    }
  }

  private static String escaped(String rest) {
    String text = WRONG_PERCENT.matcher(rest).replaceAll("%25");
    return ESCAPED
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(bytes(match.group())));
  }

  private static String bytes(String text) {
    StringBuilder out = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      out.append(String.format("%%%02X", one & 0xFF));
    }
    return out.toString();
  }
}
