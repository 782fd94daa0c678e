package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.problem.Addresses;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.util.function.Consumer;

/**
 * Where a value stands, for what is said about it.
 *
 * @param key the business id of its row
 * @param column its canonical name
 * @param file the SQL file that returned it
 * @param warnings takes what is worth a word and holds nothing
 */
record Place(String key, String column, String file, Consumer<Problem> warnings) {

  private static final int SHOWN = 80;

  /** Returns the refusal of a value the hub will not guess the meaning of. */
  ProblemException wrong(String value, Wanted wanted) {
    return new ProblemException(
        Problem.of(
            "erp-value-wrong",
            "key",
            key,
            "column",
            column,
            "value",
            shown(value),
            "wantedEn",
            wanted.en(),
            "wantedZh",
            wanted.zh(),
            "file",
            file));
  }

  /** Warns of a value of which the hub leaves something out. */
  void warn(String code) {
    warnings.accept(Problem.of(code, "key", key, "column", column, "file", file));
  }

  /** Warns of the stock of a SKU that is taken for another. */
  void warnOfStock(String code, String sku, String value) {
    warnings.accept(
        Problem.of(
            code, "key", key, "sku", sku, "column", column, "value", shown(value), "file", file));
  }

  private static String shown(String value) {
    String shown = Addresses.shownIn(value);
    return shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown;
  }
}
