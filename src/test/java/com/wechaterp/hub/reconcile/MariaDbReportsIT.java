package com.wechaterp.hub.reconcile;

import com.wechaterp.hub.testing.HubDatabase;

class MariaDbReportsIT extends ReportsContract {

  MariaDbReportsIT() {
    super(HubDatabase.mariaDb());
  }
}
