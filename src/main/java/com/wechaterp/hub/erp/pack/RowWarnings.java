package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.problem.Problem;
import java.util.Set;

/** Takes what the hub leaves out of rows, which holds nothing but is worth a word. */
@FunctionalInterface
public interface RowWarnings {

  /**
   * Takes what was found in the rows of one key, which replaces what was found before.
   *
   * @param file the SQL file that returned them
   * @param found empty if there is nothing to say
   */
  void read(String file, String key, Set<Problem> found);
}
