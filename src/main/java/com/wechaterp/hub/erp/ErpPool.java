package com.wechaterp.hub.erp;

import com.zaxxer.hikari.HikariConfig;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets the connections to the ERP up; for waits, what the URL states goes before the hub's own. */
final class ErpPool {

  /**
   * Streaming whole tables needs cursors: without them the driver reads every row into memory; a
   * TINYINT(1) of legacy tables often holds more than yes and no; a YEAR is a number; a row that
   * already says what is written must count as found; and times come as the session shows them,
   * which speaks in the zone of the pack, the zero date as none.
   */
  private static final Map<String, String> NEEDED =
      Map.of(
          "tinyInt1isBit",
          "false",
          "useCursorFetch",
          "true",
          "rewriteBatchedStatements",
          "true",
          "characterEncoding",
          "UTF-8",
          "useAffectedRows",
          "false",
          "yearIsDateType",
          "false",
          "connectionTimeZone",
          "LOCAL",
          "forceConnectionTimeZoneToSession",
          "false",
          "preserveInstants",
          "false",
          "zeroDateTimeBehavior",
          "CONVERT_TO_NULL");

  /** So much longer, so that the statement's own limit is met first. */
  private static final Duration LONGER = Duration.ofSeconds(10);

  /**
   * How long the server keeps a connection it hears nothing of, and with it the locks of a hub that
   * is gone; the pool gives its own back sooner.
   */
  private static final Duration UNHEARD = Duration.ofMinutes(5);

  private static final String SESSION = "sessionVariables";
  private static final Pattern STATED_SESSION =
      Pattern.compile("[?&]" + SESSION + "=([^&]*)", Pattern.CASE_INSENSITIVE);

  private ErpPool() {}

  static HikariConfig config(ErpProperties erp) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("erp");
    config.setJdbcUrl(erp.url());
    config.setUsername(erp.username());
    config.setPassword(erp.password());
    config.setMaximumPoolSize(erp.poolSize());
    config.setConnectionTimeout(Math.max(250, erp.connectTimeout().toMillis()));
    config.setIdleTimeout(UNHEARD.dividedBy(2).toMillis());
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.setTransactionIsolation("TRANSACTION_" + erp.isolation());
    if (erp.mysql()) {
      NEEDED.forEach(config::addDataSourceProperty);
      waits(erp).forEach((name, value) -> unlessStated(config, erp.url(), name, value));
      config.addDataSourceProperty(SESSION, session(erp));
    }
    return config;
  }

  private static Map<String, Object> waits(ErpProperties erp) {
    Duration longest =
        erp.queryTimeout().compareTo(erp.keyTimeout()) > 0 ? erp.queryTimeout() : erp.keyTimeout();
    return Map.of(
        "connectTimeout",
        erp.connectTimeout().toMillis(),
        "socketTimeout",
        longest.plus(LONGER).toMillis(),
        "tcpKeepAlive",
        true);
  }

  /** The driver lets properties override the URL, and an admin who wrote it there meant it. */
  private static void unlessStated(HikariConfig config, String url, String name, Object value) {
    if (!Pattern.compile("[?&(,]\\s*" + name + "\\s*=", Pattern.CASE_INSENSITIVE)
        .matcher(url)
        .find()) {
      config.addDataSourceProperty(name, String.valueOf(value));
    }
  }

  /** Of two values the server takes the later one, which is the URL's. */
  private static String session(ErpProperties erp) {
    long lock = Math.max(1, erp.lockWait().toSeconds());
    String ours =
        "innodb_lock_wait_timeout="
            + lock
            + ",lock_wait_timeout="
            + lock
            + ",wait_timeout="
            + UNHEARD.toSeconds();
    Matcher stated = STATED_SESSION.matcher(erp.url());
    return stated.find()
        ? ours + "," + URLDecoder.decode(stated.group(1), StandardCharsets.UTF_8)
        : ours;
  }
}
