package com.wechaterp.hub.erp;

import com.wechaterp.hub.testing.MariaDb;

class MariaDbDemoShipmentsIT extends DemoShipmentsContract {

  MariaDbDemoShipmentsIT() {
    super(MariaDb.createDatabase("demo_shipments"), "root");
  }
}
