package com.wechaterp.hub.order;

import com.wechaterp.hub.problem.Problem;
import java.util.List;
import java.util.Map;

/** Orders of documents, for tests of other packages. */
public final class OrderOf {

  private OrderOf() {}

  /** Returns what is wrong with the amounts of a document. */
  public static List<Problem> brokenAmounts(Map<String, ?> document) {
    OrderReader.Reading reading = OrderReader.reading(document);
    return reading.problems().isEmpty()
        ? OrderRules.checkPrice(reading.order())
        : reading.problems();
  }
}
