package com.wechaterp.hub.link;

import java.util.Set;
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

  /** Returns whose rows of the ERP are, with the account "main" and another one. */
  public static AccountRows rows(DataSource database, String other) {
    return new AccountRows(JdbcClient.create(database), Set.of("main", other), "main");
  }

  public static OrderLinks orders(DataSource database) {
    return new JdbcOrderLinks(JdbcClient.create(database));
  }
}
