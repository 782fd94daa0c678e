package com.wechaterp.hub.link;

import com.wechaterp.hub.testing.HubDatabase;

class MariaDbOrderLinksIT extends OrderLinksContract {

  MariaDbOrderLinksIT() {
    super(HubDatabase.mariaDb());
  }
}
