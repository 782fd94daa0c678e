package com.wechaterp.hub.problem;

import java.util.regex.Pattern;

/**
 * Addresses as people may see them: a query can carry a signature or a token, and the part before
 * the host a password.
 */
public final class Addresses {

  private static final Pattern REST = Pattern.compile("[?#].*", Pattern.DOTALL);
  private static final Pattern USER = Pattern.compile("//[^\\s/@?#\"'<>]+@");

  /** The query of an address in a text, without the marks that end a list or a clause. */
  private static final Pattern QUERY =
      Pattern.compile("(//[^\\s?#\"'<>]*)[?#][^\\s\"'<>]*?(?=[,;)\\]}]*(?:[\\s\"'<>]|$))");

  private Addresses() {}

  /** Returns one address without user, query and fragment. */
  public static String shown(String address) {
    return shownIn(REST.matcher(address).replaceFirst(""));
  }

  /** Returns a text whose addresses are without user, query and fragment. */
  public static String shownIn(String text) {
    return QUERY.matcher(USER.matcher(text).replaceAll("//")).replaceAll("$1");
  }
}
