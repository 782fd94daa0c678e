package com.wechaterp.hub.order;

import com.wechaterp.hub.document.Columns;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lines of an order.
 *
 * <p>Many ERPs keep a discount for the whole order only, but WeChat wants what is paid for each
 * line. So what is left to pay for lines without such a price is shared out by their totals; the
 * last of them takes the rest, so that the shares add up to the fen.
 */
final class LineReader {

  private final List<OrderLine> lines = new ArrayList<>();
  private final List<Integer> unpriced = new ArrayList<>();
  private long left;

  private LineReader(long paidForGoods) {
    this.left = paidForGoods;
  }

  /**
   * Returns the lines.
   *
   * @param paidForGoods what is paid for all lines together, fen
   */
  static List<OrderLine> lines(List<Columns> rows, long paidForGoods) {
    LineReader reader = new LineReader(paidForGoods);
    rows.forEach(reader::read);
    reader.share();
    return reader.lines;
  }

  private void read(Columns row) {
    if (!row.has("sku_real_price")) {
      unpriced.add(lines.size());
    }
    long paid = row.number("sku_real_price", 0);
    left -= paid;
    lines.add(
        new OrderLine(
            row.text("out_product_id"),
            row.text("out_sku_id"),
            row.number("product_cnt"),
            row.number("sale_price"),
            paid,
            row.text("path"),
            row.text("title").strip(),
            row.text("head_img")));
  }

  private void share() {
    long totals = unpriced.stream().mapToLong(index -> lines.get(index).total()).sum();
    for (int index : unpriced) {
      OrderLine line = lines.get(index);
      long share = share(left, line.total(), totals);
      left -= share;
      totals -= line.total();
      lines.set(index, line.paid(share));
    }
  }

  private static long share(long left, long part, long whole) {
    return whole == 0
        ? 0
        : BigInteger.valueOf(left)
            .multiply(BigInteger.valueOf(part))
            .divide(BigInteger.valueOf(whole))
            .longValue();
  }
}
