package com.wechaterp.hub.erp;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The merchant's ERP through its SQL pack, exactly as a route reaches it through {@code erp:}. */
public interface Erp {

  /**
   * Returns whether the pack has the port; a flow without its port is switched off, which the log
   * tells once.
   */
  boolean has(String port);

  /**
   * Reads the document of one key.
   *
   * @param port a reading port, such as {@code products}
   * @return the rows of the key folded into one document of canonical names, or empty if the ERP
   *     has none
   * @throws ErpException if the ERP cannot be reached, or its rows break the port's contract
   */
  Optional<Map<String, Object>> read(String port, String key);

  /**
   * Reads the documents of some keys, those the ERP has, in the order of the SQL.
   *
   * <p>A document that breaks the port's contract is given to {@code onBad}.
   */
  void read(
      String port,
      Collection<String> keys,
      Consumer<Map<String, Object>> onDocument,
      Consumer<BadRow> onBad);

  /**
   * Streams all documents of a port in constant memory, in the order of the SQL.
   *
   * <p>A document that breaks the port's contract is given to {@code onBad}, and the stream goes
   * on.
   */
  void stream(String port, Consumer<Map<String, Object>> onDocument, Consumer<BadRow> onBad);

  /**
   * Finds the changes of a port since the last time and marks their keys in the work list, moving
   * the cursor in the same transaction.
   *
   * @param port a reading port, such as {@code products}
   * @param flow the flow whose keys are marked
   * @param account the WeChat account the keys are for
   * @return how many keys were marked
   */
  int findChanges(String port, String flow, String account);

  /**
   * Lists the keys of a port whose rows last changed in a span of time, some at once; every key
   * where the pack knows no time of change. A key may come twice. Marks nothing.
   */
  void changed(String port, Instant from, Instant to, Consumer<List<String>> onKeys);

  /**
   * Marks every key of a port, to compare the whole catalogue once.
   *
   * @return how many keys were marked
   */
  int markAll(String port, String flow, String account);

  /**
   * Returns whether the pack says that a write of a port that changes no row is right; where it
   * says nothing, it is not.
   */
  boolean mayChangeNothing(String port);

  /**
   * Runs the statements of a writing port in one transaction of the ERP.
   *
   * @param values the named parameters
   * @return how many rows the first statement changed; 0 means the ERP already said so
   */
  int write(String port, Map<String, ?> values);
}
