package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.testing.HubDatabase;

class H2ReportsTest extends ReportsContract {

  H2ReportsTest() {
    super(HubDatabase.h2());
  }
}
