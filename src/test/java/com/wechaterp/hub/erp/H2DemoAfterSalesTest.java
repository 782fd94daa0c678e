package com.wechaterp.hub.erp;

import java.util.UUID;

class H2DemoAfterSalesTest extends DemoAfterSalesContract {

  H2DemoAfterSalesTest() {
    super(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1",
        "sa");
  }
}
