package com.wechaterp.hub.image;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells addresses of the own network, which a row of the ERP must not make the hub ask, from those
 * of the internet.
 */
final class InnerServers {

  /**
   * IANA's special-purpose registries beside what {@link InetAddress} knows: shared and benchmark
   * networks, reserved ones, unique local IPv6, and IPv6 forms that hide an IPv4 address.
   */
  private static final List<Range> SPECIAL =
      List.of(
          Range.of("0.0.0.0/8"),
          Range.of("100.64.0.0/10"),
          Range.of("192.0.0.0/24"),
          Range.of("198.18.0.0/15"),
          Range.of("240.0.0.0/4"),
          Range.of("fc00::/7"),
          Range.of("64:ff9b::/96"),
          Range.of("64:ff9b:1::/48"),
          Range.of("2002::/16"),
          Range.of("2001::/32"));

  private final Set<String> names = new HashSet<>();
  private final List<Range> ranges = new ArrayList<>();

  /**
   * Creates the check.
   *
   * @param allowed names, addresses and ranges that may be asked all the same
   * @throws IllegalArgumentException if one of them is a range nobody can read
   */
  InnerServers(List<String> allowed) {
    for (String one : allowed) {
      String given = one.strip().toLowerCase(Locale.ROOT);
      if (given.contains("/") || given.contains(":") || given.matches("[0-9.]+")) {
        ranges.add(Range.of(given));
      } else {
        names.add(given);
      }
    }
  }

  /** Returns whether a server may be asked for a picture. */
  boolean allows(String host, InetAddress address) {
    return !isInner(address)
        || names.contains(host.toLowerCase(Locale.ROOT))
        || ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static boolean isInner(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || SPECIAL.stream().anyMatch(range -> range.contains(address));
  }

  /** A network, as its first address and the number of bits that all of its addresses share. */
  private record Range(byte[] first, int bits) {

    static Range of(String text) {
      String[] parts = text.split("/", 2);
      try {
        byte[] first = InetAddress.getByName(parts[0]).getAddress();
        int bits = parts.length == 1 ? first.length * 8 : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > first.length * 8 || !parts[0].matches("[0-9a-f.:]+")) {
          throw unreadable(text);
        }
        return new Range(first, bits);
      } catch (UnknownHostException | NumberFormatException e) {
        throw unreadable(text);
      }
    }

    private static IllegalArgumentException unreadable(String text) {
      return new IllegalArgumentException(
          "hub.image.inner-servers: '" + text + "' is no address or range such as 10.1.0.0/16");
    }

    boolean contains(InetAddress address) {
      byte[] given = address.getAddress();
      int whole = bits / 8;
      int rest = bits % 8;
      return given.length == first.length
          && Arrays.equals(given, 0, whole, first, 0, whole)
          && (rest == 0 || (given[whole] ^ first[whole]) >> (8 - rest) == 0);
    }
  }
}
