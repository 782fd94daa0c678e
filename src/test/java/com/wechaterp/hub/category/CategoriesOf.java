package com.wechaterp.hub.category;

import com.wechaterp.hub.wechat.WeChat;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives tests of other packages the categories. */
public final class CategoriesOf {

  private CategoriesOf() {}

  /** Returns the categories of a WeChat, kept in a database. */
  public static Categories database(DataSource dataSource, WeChat wechat) {
    return new Categories(JdbcClient.create(dataSource), wechat, Clock.systemUTC());
  }
}
