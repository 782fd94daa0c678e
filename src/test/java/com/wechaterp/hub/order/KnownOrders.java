package com.wechaterp.hub.order;

import com.wechaterp.hub.link.OrderLinks;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.Answer;
import com.wechaterp.hub.wechat.WeChat;
import com.wechaterp.hub.work.WorkList;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Gives tests of other packages orders as WeChat has them. */
public final class KnownOrders {

  private KnownOrders() {}

  /** Returns the order of an answer of {@code shop/order/get}. */
  public static KnownOrder of(Map<String, ?> order) {
    return KnownOrder.of(new Answer(order));
  }

  /** Returns the reading back from a WeChat, remembered in a database. */
  public static OrderState state(
      WeChat wechat, OrderLinks links, WorkList work, DataSource database) {
    return new OrderState(
        new OrderReading(wechat),
        links,
        new OrderRequests(JdbcClient.create(database), JsonMapper.shared(), Clock.systemUTC()),
        work,
        Mockito.mock(Timeline.class),
        new TransactionTemplate(new JdbcTransactionManager(database)));
  }
}
