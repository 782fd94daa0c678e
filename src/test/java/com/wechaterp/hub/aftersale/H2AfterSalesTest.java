package com.wechaterp.hub.aftersale;

import com.wechaterp.hub.testing.HubDatabase;

class H2AfterSalesTest extends AfterSalesContract {

  H2AfterSalesTest() {
    super(HubDatabase.h2());
  }
}
