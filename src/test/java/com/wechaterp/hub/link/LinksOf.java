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

  /** Returns the links of qualifications in a database. */
  public static QualificationLinks qualifications(DataSource dataSource) {
    return new JdbcQualificationLinks(JdbcClient.create(dataSource));
  }

  public static OrderLinks orders(DataSource database) {
    return new JdbcOrderLinks(JdbcClient.create(database));
  }
}
