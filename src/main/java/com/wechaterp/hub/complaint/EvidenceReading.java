package com.wechaterp.hub.complaint;

import com.wechaterp.hub.aftersale.AfterSaleDecision;
import com.wechaterp.hub.aftersale.Decisions;
import com.wechaterp.hub.document.Columns;
import com.wechaterp.hub.erp.Erp;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** The merchant's evidence, read from the ERP. */
class EvidenceReading {

  private static final String PORT = "complaint-evidence";

  private final ObjectProvider<Erp> erp;
  private final Decisions decisions;

  EvidenceReading(ObjectProvider<Erp> erp, Decisions decisions) {
    this.erp = erp;
    this.decisions = decisions;
  }

  /**
   * Returns the evidence of the port {@code complaint-evidence}; without it, the reason and proof
   * with which the merchant rejected the after-sale, which are what the dispute is about.
   */
  Optional<Evidence> of(String account, Complaint known) {
    Erp merchant = erp.getIfAvailable();
    Optional<Map<String, Object>> row =
        merchant == null || !merchant.has(PORT)
            ? Optional.empty()
            : merchant.read(PORT, known.complaintOrderId());
    return row.map(document -> read(known.complaintOrderId(), document))
        .filter(evidence -> !evidence.content().isEmpty())
        .or(() -> rejection(account, known.aftersaleId()));
  }

  private static Evidence read(String key, Map<String, Object> document) {
    Columns columns = new Columns("complaint", key, document);
    Evidence evidence =
        new Evidence(columns.text("content").strip(), columns.texts("media_url_list"));
    columns.end();
    return evidence;
  }

  private Optional<Evidence> rejection(String account, String aftersaleId) {
    return decisions
        .ofAftersale(account, aftersaleId)
        .filter(decision -> decision.kind() == AfterSaleDecision.Kind.REJECT)
        .filter(decision -> !decision.reason().isEmpty() && !decision.proof().isEmpty())
        .map(decision -> new Evidence(decision.reason(), decision.proof()));
  }
}
