package com.wechaterp.hub.qualification;

import com.wechaterp.hub.erp.Erp;
import com.wechaterp.hub.link.QualificationLink;
import com.wechaterp.hub.link.QualificationLinks;
import com.wechaterp.hub.work.WorkList;
import com.wechaterp.hub.work.WorkPriority;
import org.springframework.beans.factory.ObjectProvider;

/** Has the products looked at whose certificates are new or changed. */
class PapersNews {

  private static final String PRODUCTS = "products";

  private final QualificationLinks links;
  private final ObjectProvider<Erp> erp;
  private final WorkList work;

  PapersNews(QualificationLinks links, ObjectProvider<Erp> erp, WorkList work) {
    this.links = links;
    this.erp = erp;
    this.work = work;
  }

  /**
   * Marks the products once for each version of their certificates, and returns the link that
   * remembers it. Those of a whole category are not known by their ids, so all are looked at.
   */
  QualificationLink tell(QualificationLink known, Qualification wanted, String fingerprint) {
    if (wanted.kind() != QualificationKind.PRODUCT || fingerprint.equals(known.sent())) {
      return known;
    }
    String why = "certificate " + wanted.id();
    Erp merchant = erp.getIfAvailable();
    if (!wanted.products().isEmpty()) {
      work.markAll(PRODUCTS, known.account(), wanted.products(), WorkPriority.NORMAL, why);
    } else if (merchant != null && merchant.has(PRODUCTS)) {
      merchant.markAll(PRODUCTS, PRODUCTS, known.account());
    }
    return links.save(known.attached(fingerprint));
  }
}
