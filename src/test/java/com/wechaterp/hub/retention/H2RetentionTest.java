package com.wechaterp.hub.retention;

import com.wechaterp.hub.testing.HubDatabase;

class H2RetentionTest extends RetentionContract {

  H2RetentionTest() {
    super(HubDatabase.h2());
  }
}
