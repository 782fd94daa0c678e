package com.wechaterp.hub.store;

import com.wechaterp.hub.problem.Language;
import java.sql.SQLTransientConnectionException;

/** Thrown instead of waiting for a database that is known to be away. */
final class DatabaseAwayException extends SQLTransientConnectionException {

  private static final long serialVersionUID = 1L;

  DatabaseAwayException(DatabaseOutage outage) {
    super(outage.problem().sentence(Language.EN));
  }
}
