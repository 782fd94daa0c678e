package com.wechaterp.hub.erp.pack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reads how much of a stock is offered: {@code {minus: locked, share: 80%, keep: 5}}. */
final class StockRuleReader {

  /** The keys of such a rule. */
  static final Set<String> KEYS = Set.of("minus", "share", "keep", "at-least");

  private final PackText pack;
  private final String at;

  /**
   * Reads a rule.
   *
   * @param at where it stands in {@code pack.yaml}
   */
  StockRuleReader(PackText pack, String at) {
    this.pack = pack;
    this.at = at;
  }

  StockRule read(Map<String, Object> node, ColumnType type) {
    for (String key : KEYS) {
      if (node.containsKey(key) && type != ColumnType.STOCK) {
        throw pack.wrong(
            at + "." + key,
            "'" + key + "' is for a stock, which this column is not",
            "“" + key + "”只用于库存列",
            List.of());
      }
    }
    return new StockRule(minus(node), share(node), whole(node, "keep"), whole(node, "at-least"));
  }

  private static List<String> minus(Map<String, Object> node) {
    Object given = node.get("minus");
    Stream<?> columns = given instanceof List<?> list ? list.stream() : Stream.ofNullable(given);
    return columns.map(Objects::toString).toList();
  }

  private BigDecimal share(Map<String, Object> node) {
    String given = PackText.text(node, "share", "100%").strip();
    try {
      BigDecimal share =
          given.endsWith("%")
              ? new BigDecimal(given.substring(0, given.length() - 1).strip()).movePointLeft(2)
              : new BigDecimal(given);
      if (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0) {
        return share;
      }
    } catch (NumberFormatException e) {
      // It is said below, with those that are out of range.
    }
    throw pack.wrong(
        at + ".share",
        "share is a part from 0% to 100%, not '" + given + "'",
        "share 应在 0% 到 100% 之间，而不是“" + given + "”",
        List.of());
  }

  private long whole(Map<String, Object> node, String key) {
    return pack.count(node, key, at + "." + key, "a number of pieces", "件数");
  }
}
