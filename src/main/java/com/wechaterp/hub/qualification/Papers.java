package com.wechaterp.hub.qualification;

import java.util.List;

/** The certificates that an account's products take along. */
@FunctionalInterface
public interface Papers {

  /** Nothing is declared. */
  Papers NONE = (outProductId, category) -> List.of();

  /**
   * Returns the sources of pictures for one product.
   *
   * @param category WeChat's id of its category
   */
  List<String> of(String outProductId, String category);
}
