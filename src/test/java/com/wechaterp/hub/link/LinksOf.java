package com.wechaterp.hub.link;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The links of a test's database, for tests of other packages. */
public final class LinksOf {

  private LinksOf() {}

  public static ProductLinks products(DataSource database) {
    return new JdbcProductLinks(JdbcClient.create(database), new JsonMapper());
  }
}
