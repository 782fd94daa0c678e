package com.wechaterp.hub.reconcile;

import java.util.function.Consumer;

/** Compares one subject; it changes nothing. */
interface Comparison {

  Subject subject();

  /**
   * Compares everything of a window.
   *
   * @param onDifference told of what differs, in any order
   * @param onCompared told each time one more was compared
   */
  void compare(
      String account, Window window, Consumer<Difference> onDifference, Runnable onCompared);

  /** Readies what the flow would skip, before a repair puts the key to work. */
  default void prepare(Difference difference) {}
}
