package com.wechaterp.hub.erp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the ERP end, {@code hub.erp.*}.
 *
 * @param pack the SQL pack: a folder of {@code config/erp}, or a path
 * @param url the JDBC URL of the ERP's database
 * @param username the user, with as few rights as the pack needs
 * @param password the password
 * @param poolSize how many connections the hub keeps at most; default 8
 * @param queryTimeout how long one statement may run; default 5 minutes
 */
@ConfigurationProperties("hub.erp")
public record ErpProperties(
    @DefaultValue("demo") String pack,
    @DefaultValue("") String url,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("8") int poolSize,
    @DefaultValue("5m") Duration queryTimeout) {

  /** Names the ERP without its password. */
  @Override
  public String toString() {
    return "ErpProperties[pack=" + pack + ", url=" + url.replaceAll("\\?.*", "") + "]";
  }
}
