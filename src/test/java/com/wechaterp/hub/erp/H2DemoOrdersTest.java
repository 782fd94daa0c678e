package com.wechaterp.hub.erp;

import java.util.UUID;

class H2DemoOrdersTest extends DemoOrdersContract {

  H2DemoOrdersTest() {
    super(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1",
        "sa");
  }
}
