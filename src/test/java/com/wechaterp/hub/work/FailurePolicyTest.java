package com.wechaterp.hub.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wechaterp.hub.erp.ErpException;
import com.wechaterp.hub.image.ImageException;
import com.wechaterp.hub.plan.Hold;
import com.wechaterp.hub.plan.HoldException;
import com.wechaterp.hub.plan.Release;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.testing.HubDatabase;
import com.wechaterp.hub.wechat.ErrorCategory;
import com.wechaterp.hub.wechat.WeChatException;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * The retry policy that is delivered, on the real work list, loaded before a route as the hub does.
 */
class FailurePolicyTest {

  private static final Problem REASON = Problem.of("hub-no-reason", "key", "x");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String ROUTE =
      """
      - route:
          id: things-push
          from:
            uri: "work:things?workers=2"
            steps:
              - process: {ref: far}
      """;

  private final HikariDataSource dataSource = HubDatabase.h2();
  private final Map<String, Exception> failures = new ConcurrentHashMap<>();
  private final DefaultCamelContext context = new DefaultCamelContext();
  private WorkNode node;
  private WorkList list;

  @BeforeEach
  void load() throws Exception {
    node = new WorkNode(dataSource);
    list = node.list;
    context.addComponent("work", new WorkComponent(list, node.factory(), "main"));
    context.addComponent("outcome", new OutcomeComponent());
    context.getRegistry().bind("far", (Processor) this::fail);
    context.start();
    var loader = PluginHelper.getRoutesLoader(context);
    Path policy = Path.of("routes", "failures.camel.yaml").toAbsolutePath();
    loader.loadRoutes(ResourceHelper.resolveMandatoryResource(context, "file:" + policy));
    loader.loadRoutes(ResourceHelper.fromString("mem:things.camel.yaml", ROUTE));
  }

  @AfterEach
  void stop() {
    context.stop();
    node.stop();
    dataSource.close();
  }

  private void fail(Exchange exchange) throws Exception {
    Exception failure = failures.get(exchange.getIn().getHeader(WorkHeaders.KEY, String.class));
    if (failure != null) {
      throw failure;
    }
  }

  private static WeChatException refusal(ErrorCategory category) {
    return new WeChatException(REASON, category, "shop/spu/add", 1, false, null);
  }

  private void work(String key, Exception failure) {
    failures.put(key, failure);
    list.mark(key(key), WorkPriority.NORMAL, "test");
  }

  private static WorkKey key(String key) {
    return new WorkKey("things", "main", key);
  }

  private WorkState ended(String key) {
    return await()
        .atMost(SOON)
        .until(() -> list.find(key(key)), found -> found.map(s -> s.reason() != null).orElse(false))
        .orElseThrow();
  }

  private String paused() {
    return list.counts().stream()
        .filter(count -> count.flow().equals("things"))
        .findAny()
        .orElseThrow()
        .pausedSentence(Language.EN);
  }

  @Test
  void holdsWhatAPlannerHoldsEvenIfARefusalIsItsCause() {
    Instant until = Instant.parse("2100-01-01T00:00:00Z");
    Hold hold = new Hold(REASON, Release.QUOTA, until, 77);

    work("1", new HoldException(hold, refusal(ErrorCategory.LIMIT)));

    WorkState state = ended("1");
    assertThat(state.state()).isEqualTo("held");
    assertThat(state.priority()).isEqualTo(77);
    assertThat(state.until()).isEqualTo(until);
    assertThat(list.waitingFor(Release.QUOTA, "main")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorCategory.class,
      names = {"RETRY", "LIMIT"})
  void triesAgainLaterAndCountsTheTries(ErrorCategory category) {
    work("1", refusal(category));

    WorkState state = ended("1");
    assertThat(state.state()).isEqualTo("waiting");
    assertThat(state.attempts()).isEqualTo(1);
    assertThat(state.until()).isAfter(Instant.now().plusSeconds(5));
    assertThat(paused()).isEmpty();
  }

  @Test
  void waitsAMinuteForWhatMayNotBeCalledAgainInThisOne() {
    work("1", new WeChatException(REASON, ErrorCategory.RETRY, "shop/spu/add", 45011, false, null));

    WorkState state = ended("1");
    assertThat(state.attempts()).isZero();
    assertThat(state.until())
        .isBetween(Instant.now().plusSeconds(30), Instant.now().plusSeconds(62));
    assertThat(paused()).isNotEmpty();
  }

  @Test
  void triesAgainLaterWhenAPicturesServerIsAway() {
    work("1", new ImageException("away", "不在", true).of("aftersale-image", "1", "https://a/b.png"));

    WorkState state = ended("1");
    assertThat(state.state()).isEqualTo("waiting");
    assertThat(state.attempts()).isEqualTo(1);
    assertThat(state.reason().code()).isEqualTo("image-away");
    assertThat(state.until()).isAfter(Instant.now().plusSeconds(15));
    assertThat(paused()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorCategory.class,
      names = {"OUTAGE", "CONFIG", "TOKEN"})
  void pausesTheFlowAndBurnsNoTryWhenAllKeysAreConcerned(ErrorCategory category) {
    work("1", refusal(category));

    WorkState state = ended("1");
    assertThat(state.state()).isEqualTo("waiting");
    assertThat(state.attempts()).isZero();
    assertThat(paused()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ErpException.Kind.class,
      names = {"OUTAGE", "PACK"})
  void pausesTheFlowWhenTheErpIsAwayOrThePackIsWrong(ErpException.Kind kind) {
    work("1", new ErpException(REASON, kind, new CannotGetJdbcConnectionException("away")));

    assertThat(ended("1").attempts()).isZero();
    assertThat(paused()).isNotEmpty();
  }

  @Test
  void holdsOneBadRowWhileItsNeighboursGoOn() {
    work("bad", new ErpException(REASON, ErpException.Kind.BAD_ROW, null));
    work("refused", refusal(ErrorCategory.PERMANENT));
    list.mark(key("good"), WorkPriority.LOW, "test");

    assertThat(ended("bad").state()).isEqualTo("held");
    assertThat(ended("refused").state()).isEqualTo("held");
    assertThat(list.waitingFor(Release.ERP_CHANGE, "main")).isEqualTo(2);
    await().atMost(SOON).untilAsserted(() -> assertThat(list.find(key("good"))).isEmpty());
    assertThat(paused()).isEmpty();
  }

  @Test
  void triesAKeySoonAgainThatAnotherSessionOfTheErpHasLocked() {
    work("locked", new ErpException(REASON, ErpException.Kind.BUSY, null));

    WorkState state = ended("locked");
    assertThat(state.state()).isEqualTo("waiting");
    assertThat(state.until()).isBefore(Instant.now().plusSeconds(10));
    assertThat(paused()).isEmpty();
  }

  @Test
  void triesAgainWhenTheHubsOwnDatabaseIsAwayOrItsDiskIsFull() {
    work("1", new CannotGetJdbcConnectionException("away"));
    work("2", new UncategorizedSQLException("mark", "UPDATE", new SQLException("No space left")));

    assertThat(ended("1").attempts()).isEqualTo(1);
    assertThat(ended("2").attempts()).isEqualTo(1);
  }

  @Test
  void leavesWhatItDoesNotKnowToAPersonAndWorksOnAReplay() {
    work(
        "1", new IllegalStateException("access_token=SECRET https://a/b.png?sign=SECRET and more"));

    WorkState state = ended("1");
    assertThat(state.state()).isEqualTo("dead");
    assertThat(state.reason().code()).isEqualTo("hub-unexpected");
    assertThat(state.reason().facts().toString())
        .contains("IllegalStateException", "and more")
        .doesNotContain("SECRET");

    failures.clear();
    list.replay("things", null);
    await().atMost(SOON).untilAsserted(() -> assertThat(list.find(key("1"))).isEmpty());
  }

  @Test
  void hidesNoFailureOfARouteThatDoesNotComeFromTheWorkList() throws Exception {
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(
            ResourceHelper.fromString(
                "mem:find.camel.yaml",
                ROUTE
                    .replace("work:things?workers=2", "direct:find")
                    .replace("things-push", "things-find")));
    failures.put("1", new IllegalStateException("away"));

    Exchange answer =
        context
            .createFluentProducerTemplate()
            .to("direct:find")
            .withHeader(WorkHeaders.KEY, "1")
            .send();

    assertThat(answer.getException()).isInstanceOf(IllegalStateException.class);
    assertThat(answer.getException()).isNotInstanceOf(CamelExecutionException.class);
  }

  @Test
  void leavesALookThatTheErpOrTheHubsDatabaseDidNotAnswerToTheNextLook() throws Exception {
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(
            ResourceHelper.fromString(
                "mem:look.camel.yaml",
                ROUTE
                    .replace("work:things?workers=2", "direct:look")
                    .replace("things-push", "things-look")));

    for (Exception away :
        List.of(
            new ErpException(REASON, ErpException.Kind.OUTAGE, null),
            new CannotGetJdbcConnectionException("away"))) {
      failures.put("1", away);
      assertThat(look().send().getException()).isSameAs(away);
      assertThat(look().withHeader("triggerName", "x").send().getException()).isNull();
    }
  }

  private FluentProducerTemplate look() {
    return context
        .createFluentProducerTemplate()
        .to("direct:look")
        .withHeader(WorkHeaders.KEY, "1");
  }

  @Test
  void canBeReplacedWhileTheHubRuns() throws Exception {
    var policies = context.getRouteConfigurationDefinitions();
    assertThat(policies).hasSize(1);

    context.removeRouteConfiguration(policies.get(0));

    assertThat(context.getRouteConfigurationDefinitions()).isEmpty();
  }
}
