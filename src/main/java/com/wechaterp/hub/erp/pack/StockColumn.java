package com.wechaterp.hub.erp.pack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stock of a SKU. A value that is wrong holds nothing: to offer less than there is costs
 * a sale, to offer what is not there costs a buyer.
 */
final class StockColumn {

  private static final String SKU = "skus.out_sku_id";

  /** A DOUBLE is off by less than this; anything larger is a real part of a piece. */
  private static final BigDecimal NOISE = new BigDecimal("0.000001");

  /** What ERPs write for a stock without end is more. */
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(18);

  private StockColumn() {}

  /**
   * Returns what to offer, warning of a stock below zero, of part of a piece, and of what is no
   * number.
   *
   * @param text the stock; null if the ERP has none
   */
  static long read(Place place, StockRule rule, @Nullable String text, Map<String, Object> row) {
    BigDecimal pieces = number(text);
    for (String column : rule.minus()) {
      Object taken = row.get(column);
      BigDecimal off = taken == null ? BigDecimal.ZERO : number(ValueText.of(taken));
      pieces = pieces == null || off == null ? null : pieces.subtract(off);
    }
    String sku = ValueText.of(row.getOrDefault(SKU, "-"));
    if (pieces == null) {
      place.warnOfStock("erp-stock-unreadable", sku, text == null ? "NULL" : text);
      return 0;
    }
    BigDecimal nearest = pieces.setScale(0, RoundingMode.HALF_UP);
    boolean whole = pieces.subtract(nearest).abs().compareTo(NOISE) <= 0;
    BigDecimal counted = whole ? nearest : pieces;
    if (counted.signum() < 0) {
      place.warnOfStock("erp-stock-below-zero", sku, pieces.toPlainString());
    } else if (!whole) {
      place.warnOfStock("erp-stock-fraction", sku, pieces.toPlainString());
    }
    BigDecimal offered = rule.offered(counted).setScale(0, RoundingMode.FLOOR);
    return offered.max(BigDecimal.valueOf(rule.atLeast())).min(MOST).longValueExact();
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    try {
      BigDecimal number = text == null ? null : new BigDecimal(text);
      return number == null || number.abs().compareTo(LARGEST) > 0 ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
