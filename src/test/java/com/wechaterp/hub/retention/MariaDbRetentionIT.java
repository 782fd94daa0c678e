package com.wechaterp.hub.retention;

import com.wechaterp.hub.testing.HubDatabase;

class MariaDbRetentionIT extends RetentionContract {

  MariaDbRetentionIT() {
    super(HubDatabase.mariaDb());
  }
}
