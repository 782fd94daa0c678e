package com.wechaterp.hub.complaint;

import com.wechaterp.hub.testing.HubDatabase;

class MariaDbComplaintsIT extends ComplaintsContract {

  MariaDbComplaintsIT() {
    super(HubDatabase.mariaDb());
  }
}
