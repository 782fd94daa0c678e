package com.wechaterp.hub.erp;

import com.wechaterp.hub.testing.MariaDb;

class MariaDbDemoAfterSalesIT extends DemoAfterSalesContract {

  MariaDbDemoAfterSalesIT() {
    super(MariaDb.createDatabase("demo_orders"), "root");
  }
}
