package com.wechaterp.hub.wechat;

import com.wechaterp.hub.clock.NodeClock;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.testing.MovableClock;
import com.wechaterp.hub.timeline.Timeline;
import com.wechaterp.hub.wechat.contract.WeChatContract;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The WeChat end as the hub puts it together, with two accounts and a clock that can be moved. */
public final class WeChatUnderTest implements AutoCloseable {

  static final String SECRET = "the-app-secret-of-the-tests";

  final MovableClock clock = new MovableClock();
  public final WeChat weChat;
  final WeChatAccounts accounts;
  final NodeClock nodeClock = new NodeClock(Clock.systemUTC(), Language.EN);
  final Timeline timeline = Mockito.mock(Timeline.class);
  private final CamelContext camel = new DefaultCamelContext();
  private final HikariDataSource database = HubDatabase.h2();

  WeChatUnderTest(String baseUrl) {
    this(baseUrl, Duration.ofMillis(800));
  }

  public WeChatUnderTest(String baseUrl, Duration responseTimeout) {
    this(baseUrl, responseTimeout, Duration.ofSeconds(30));
  }

  WeChatUnderTest(String baseUrl, Duration responseTimeout, Duration answerTimeout) {
    accounts =
        new WeChatAccounts(
            Map.of(
                "main", new WeChatAccount("wx1", SECRET, "", "", baseUrl, Shipping.COMPONENT),
                "second", new WeChatAccount("wx2", SECRET, "", "", baseUrl, Shipping.COMPONENT)));
    camel.start();
    CamelHttpTransport transport =
        new CamelHttpTransport(
            camel,
            new WeChatProperties(
                Map.of(), Duration.ofSeconds(2), responseTimeout, answerTimeout, 20, Map.of()),
            new WeChatClock(nodeClock, accounts));
    WeChatContract contract = WeChatContract.load();
    RefreshBudget budget =
        new RefreshBudget(JdbcClient.create(database), new JdbcTransactionManager(database), clock);
    AccessTokens tokens =
        new AccessTokens(accounts, transport, new WeChatErrors(contract), budget, clock);
    UnknownFields unknown =
        new UnknownFields(contract, Map.of("shop/spu/get", List.of("with_stock")));
    weChat =
        new HttpWeChat(accounts, transport, contract, tokens, unknown, timeline, account -> {});
  }

  /** Stops what was started. */
  @Override
  public void close() {
    camel.stop();
    database.close();
  }
}
