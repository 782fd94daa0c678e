package com.wechaterp.hub.erp.change;

import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.pack.ChangeRule;
import com.wechaterp.hub.erp.pack.KeyCheck;
import com.wechaterp.hub.erp.pack.Pack;
import com.wechaterp.hub.erp.pack.Port;
import com.wechaterp.hub.problem.Problem;
import java.util.List;

/** Tries a statement that finds changes: that its times or ids are of the kind the pack names. */
public final class ChangeTrial {

  private ChangeTrial() {}

  /**
   * Returns why no change would be found; reads a few rows, of which one that is bad is no reason.
   *
   * @param asText whether the column is a text, which a database may compare as no time at all
   */
  public static List<Problem> problems(ErpDatabase database, Pack pack, Port port, boolean asText) {
    ChangeRule rule = port.changes();
    CursorValues values = new CursorValues(rule, pack.zone());
    Object first = asText ? "" : values.parameter(values.first());
    KeyCheck check = new KeyCheck(port.type(), rule.file(), "changed_key");
    return ChangePage.unreadable(first, database, rule, values, check)
        ? check.bad().stream().limit(1).toList()
        : List.of();
  }
}
