package com.wechaterp.hub.link;

import com.wechaterp.hub.testing.HubDatabase;

class H2OrderLinksTest extends OrderLinksContract {

  H2OrderLinksTest() {
    super(HubDatabase.h2());
  }
}
