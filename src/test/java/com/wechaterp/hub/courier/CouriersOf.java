package com.wechaterp.hub.courier;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.wechat.WeChat;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives tests of other packages the couriers. */
public final class CouriersOf {

  private CouriersOf() {}

  /** Returns the couriers of a WeChat with the project's own aliases, kept in a database. */
  public static Couriers database(DataSource dataSource, WeChat wechat, Clock clock) {
    return new Couriers(
        JdbcClient.create(dataSource),
        wechat,
        new CourierAliases(Path.of("."), Language.EN),
        clock);
  }
}
