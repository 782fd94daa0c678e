package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.erp.Erp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** What the merchant decided, read from the ERP's port {@code aftersale-decisions}. */
public class Decisions {

  static final String PORT = "aftersale-decisions";

  private final ObjectProvider<Erp> erp;
  private final AfterSales seen;

  Decisions(ObjectProvider<Erp> erp, AfterSales seen) {
    this.erp = erp;
    this.seen = seen;
  }

  /** Returns the decision about an after-sale; the ERP may name it by WeChat's id or its own. */
  Optional<AfterSaleDecision> of(AfterSale known) {
    return of(known.aftersaleId(), known.outAftersaleId());
  }

  /** Returns the decision about the after-sale of WeChat's id. */
  public Optional<AfterSaleDecision> ofAftersale(String account, String aftersaleId) {
    String merchants =
        seen.driven(account, aftersaleId).map(SeenAfterSale::outAftersaleId).orElse("");
    return of(aftersaleId, merchants);
  }

  /** Returns the decision under the first id the ERP knows. */
  Optional<AfterSaleDecision> of(String... ids) {
    Erp merchant = erp.getIfAvailable();
    if (merchant == null || !merchant.has(PORT)) {
      return Optional.empty();
    }
    for (String id : List.of(ids)) {
      Optional<Map<String, Object>> row = id.isEmpty() ? Optional.empty() : merchant.read(PORT, id);
      if (row.isPresent()) {
        return row.map(document -> DecisionReader.read(id, document));
      }
    }
    return Optional.empty();
  }
}
