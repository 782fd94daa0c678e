package com.wechaterp.hub.quota;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The allowances WeChat gives each account, {@code hub.quotas}.
 *
 * @param spuAudit products that may be submitted for audit
 */
@ConfigurationProperties("hub.quotas")
public record QuotaSettings(@DefaultValue Windows spuAudit) {

  /**
   * The windows of one allowance.
   *
   * @param hour uses in an hour; default 200
   * @param day uses in a day; default 1000
   */
  public record Windows(@DefaultValue("200") int hour, @DefaultValue("1000") int day) {}
}
