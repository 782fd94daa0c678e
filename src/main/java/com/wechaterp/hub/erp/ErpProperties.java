package com.wechaterp.hub.erp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the ERP end, {@code hub.erp.*}.
 *
 * @param pack the SQL pack: a folder of {@code config/erp}, or a path
 * @param url the JDBC URL of the ERP's database
 * @param username the user, with as few rights as the pack needs
 * @param password the password
 * @param poolSize how many connections the hub keeps at most; default 8
 * @param queryTimeout how long one statement over many rows may keep the hub waiting in all;
 *     default 5 minutes
 * @param keyTimeout how long reading or writing one key may take in all; default 30 s
 * @param connectTimeout how long to wait for a connection; default 5 s
 * @param lockWait how long a statement waits for a row that another session has locked; default 5 s
 * @param isolation the isolation of the hub's transactions in the ERP; default read committed
 */
@ConfigurationProperties("hub.erp")
public record ErpProperties(
    @DefaultValue("demo") String pack,
    @DefaultValue("") String url,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("8") int poolSize,
    @DefaultValue("5m") Duration queryTimeout,
    @DefaultValue("30s") Duration keyTimeout,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("5s") Duration lockWait,
    @DefaultValue("read-committed") Isolation isolation) {

  /** How far the hub's transactions see what others do in the meantime. */
  public enum Isolation {
    READ_COMMITTED,
    REPEATABLE_READ
  }

  @ConstructorBinding
  public ErpProperties {}

  /** Takes the default limits, but for that of one statement. */
  public ErpProperties(
      String pack,
      String url,
      String username,
      String password,
      int poolSize,
      Duration queryTimeout) {
    this(
        pack,
        url,
        username,
        password,
        poolSize,
        queryTimeout,
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Isolation.READ_COMMITTED);
  }

  /** Returns whether the ERP's database speaks the protocol of MySQL. */
  boolean mysql() {
    return url.startsWith("jdbc:mysql:");
  }

  /** Names the ERP without its password. */
  @Override
  public String toString() {
    return "ErpProperties[pack=" + pack + ", url=" + url.replaceAll("\\?.*", "") + "]";
  }
}
