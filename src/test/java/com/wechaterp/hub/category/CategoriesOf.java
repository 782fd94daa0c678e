package com.wechaterp.hub.category;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import javax.sql.DataSource;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives tests of other packages the categories. */
public final class CategoriesOf {

  private CategoriesOf() {}

  /** Returns the categories of a WeChat, kept in a database. */
  public static Categories database(DataSource dataSource, WeChat wechat) {
    KeptAnswers answers =
        new KeptAnswers(
            JdbcClient.create(dataSource), wechat, Clock.systemUTC(), account -> {}, Language.EN);
    return new Categories(answers, Mockito.mock(WorkList.class), Language.EN, "main");
  }
}
