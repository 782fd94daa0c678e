package com.wechaterp.hub.erp;

import com.wechaterp.hub.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets every session of the ERP's database speak in the zone of the pack, whatever server, URL and
 * this machine say: a TIMESTAMP then shows the same time as a DATETIME beside it, and {@code NOW()}
 * too.
 */
final class SessionZone {

  private final ErpProperties properties;
  private final Map<Connection, ZoneId> told = Collections.synchronizedMap(new WeakHashMap<>());
  private volatile Supplier<@Nullable ZoneId> zone = () -> null;

  SessionZone(ErpProperties properties) {
    this.properties = properties;
  }

  /** Takes whom to ask for the zone; null from there leaves sessions as they are. */
  void of(Supplier<@Nullable ZoneId> zone) {
    this.zone = zone;
  }

  /** Tells the server the zone where a connection's session has another. */
  void tell(Connection connection) throws SQLException {
    ZoneId now = zone.get();
    if (now == null || !properties.mysql()) {
      return;
    }
    Connection physical = connection.unwrap(Connection.class);
    if (!now.equals(told.get(physical))) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET time_zone = '" + name(now) + "'");
      }
      told.put(physical, now);
    }
  }

  /** Servers without the tables of time zones know offsets only, and most zones have but one. */
  static String name(ZoneId zone) {
    Instant now = Instant.now();
    boolean fixed = zone.getRules().nextTransition(now) == null;
    return fixed ? zone.getRules().getOffset(now).getId().replace("Z", "+00:00") : zone.getId();
  }

  /** Returns that the URL states another zone, which is not heeded; empty if it does not. */
  Optional<Problem> contradiction() {
    ZoneId ours = zone.get();
    if (ours == null || !properties.mysql()) {
      return Optional.empty();
    }
    return StatedZone.in(properties.url())
        .filter(stated -> !same(stated.zone(), ours))
        .map(
            stated ->
                Problem.of(
                    "erp-url-zone",
                    "parameter",
                    stated.parameter(),
                    "value",
                    stated.zone(),
                    "zone",
                    ours));
  }

  private static boolean same(String stated, ZoneId ours) {
    try {
      ZoneId zone = ZoneId.of(stated, ZoneId.SHORT_IDS);
      return zone.equals(ours) || name(zone).equals(name(ours));
    } catch (DateTimeException e) {
      return false;
    }
  }
}
