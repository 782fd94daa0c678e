package com.wechaterp.hub.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The tables of the demo shop, empty. */
public final class DemoTables {

  private DemoTables() {}

  /** Creates all tables the demo pack works on. */
  public static void create(String url, String user) {
    try {
      new ResourceDatabasePopulator(
              false,
              false,
              "UTF-8",
              new PathMatchingResourcePatternResolver().getResources("classpath:rehearsal/*.sql"))
          .execute(new DriverManagerDataSource(url, user, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
