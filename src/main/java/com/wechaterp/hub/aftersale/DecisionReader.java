package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.aftersale.AfterSaleDecision.Kind;
import com.wechaterp.hub.aftersale.AfterSaleDecision.ReturnAddress;
import com.wechaterp.hub.document.Columns;
import com.wechaterp.hub.document.Findings;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes an {@link AfterSaleDecision} of the ERP's document. */
final class DecisionReader {

  private DecisionReader() {}

  /**
   * Returns the decision.
   *
   * @throws HoldException if columns have the wrong type, or the decision is none there is
   */
  static AfterSaleDecision read(String key, Map<String, ?> document) {
    Columns columns = new Columns("aftersale", key, document);
    String named = columns.text("decision").strip();
    List<Columns> addresses = columns.rows("address_info", "receiver_name");
    Kind kind = Kind.of(named);
    AfterSaleDecision decision =
        new AfterSaleDecision(
            kind == null ? Kind.NONE : kind,
            document.get("orderamt") == null ? null : columns.number("orderamt"),
            columns.text("reason").strip(),
            columns.texts("proof"),
            addresses.isEmpty() ? null : address(addresses.get(0)),
            columns.time("update_time"),
            columns.time("decided_at"),
            columns.time("after_sale_deadline"));
    columns.end();
    if (kind == null) {
      Findings.holdIfAny("aftersale", key, List.of(unknown(key, named)));
    }
    return decision;
  }

  private static @Nullable ReturnAddress address(Columns row) {
    ReturnAddress address =
        new ReturnAddress(
            row.text("receiver_name"),
            row.text("tel_number"),
            row.text("country"),
            row.text("province"),
            row.text("city"),
            row.text("town"),
            row.text("detailed_address"));
    return address.detailedAddress().isEmpty() ? null : address;
  }

  private static Problem unknown(String key, String named) {
    String known =
        Arrays.stream(Kind.values())
            .map(Kind::text)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return Problem.of(
        "aftersale-decision-unknown",
        "key",
        key,
        "field",
        "decision",
        "found",
        named,
        "known",
        known);
  }
}
