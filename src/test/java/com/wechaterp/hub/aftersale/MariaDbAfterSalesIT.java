package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.testing.HubDatabase;

class MariaDbAfterSalesIT extends AfterSalesContract {

  MariaDbAfterSalesIT() {
    super(HubDatabase.mariaDb());
  }
}
