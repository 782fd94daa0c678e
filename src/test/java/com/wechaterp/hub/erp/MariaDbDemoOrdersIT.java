package com.wechaterp.hub.erp;

import com.wechaterp.hub.testing.MariaDb;

class MariaDbDemoOrdersIT extends DemoOrdersContract {

  MariaDbDemoOrdersIT() {
    super(MariaDb.createDatabase("demo_orders"), "root");
  }
}
