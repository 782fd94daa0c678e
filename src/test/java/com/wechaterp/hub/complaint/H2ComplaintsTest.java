package com.wechaterp.hub.complaint;

import com.wechaterp.hub.testing.HubDatabase;

class H2ComplaintsTest extends ComplaintsContract {

  H2ComplaintsTest() {
    super(HubDatabase.h2());
  }
}
