package com.wechaterp.hub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.wechaterp.hub.erp.ErpDataSource;
import com.wechaterp.hub.erp.ErpDatabase;
import com.wechaterp.hub.erp.ErpProperties;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spring.SpringCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.SimpleRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What a route can name of the hub: the ERP, and nothing that leads to the hub's own database. */
class RouteRegistryTest {

  private static final String DELETE = "DELETE FROM work";

  private final DataSource own = new DriverManagerDataSource(memory(), "sa", "");
  private final JdbcTemplate jdbc = new JdbcTemplate(own);
  private final ErpDatabase erp =
      new ErpDatabase(new ErpProperties("demo", memory(), "sa", "", 2, Duration.ofSeconds(10)));
  private AnnotationConfigApplicationContext beans;
  private CamelContext camel;
  private ProducerTemplate route;

  /** A bean of the hub's that routes name. */
  public static final class Greeter {
    public String greet() {
      return "hello";
    }
  }

  @BeforeEach
  void start() throws Exception {
    beans = hub(false);
    camel = beans.getBean(CamelContext.class);
    route = camel.createProducerTemplate();
    jdbc.execute("CREATE TABLE work AS SELECT 'G1' AS work_key");
    new JdbcTemplate(new ErpDataSource(() -> erp, false))
        .execute("CREATE TABLE goods (sn VARCHAR(9))");
  }

  @AfterEach
  void stop() {
    beans.close();
    erp.close();
  }

  private static String memory() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  }

  private AnnotationConfigApplicationContext hub(boolean dryRun) {
    SimpleRegistry ends = new SimpleRegistry();
    ends.bind("erp", DataSource.class, new ErpDataSource(() -> erp, dryRun));
    AnnotationConfigApplicationContext hub = new AnnotationConfigApplicationContext();
    hub.registerBean("dataSource", DataSource.class, () -> own);
    hub.registerBean("jdbcTemplate", JdbcTemplate.class, () -> jdbc);
    hub.registerBean("jdbcClient", JdbcClient.class, () -> JdbcClient.create(jdbc));
    hub.registerBean(
        "transactionManager", JdbcTransactionManager.class, () -> new JdbcTransactionManager(own));
    hub.registerBean("greeter", Greeter.class, Greeter::new);
    hub.registerBean("erpDataSource", BeanRepository.class, () -> ends);
    hub.registerBean(RouteRegistry.class, () -> new RouteRegistry(hub));
    hub.registerBean("camelContext", SpringCamelContext.class, () -> new SpringCamelContext(hub));
    hub.refresh();
    return hub;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sql:" + DELETE,
        "sql:" + DELETE + "?dataSource=#dataSource",
        "sql:" + DELETE + "?dataSource=#bean:dataSource",
        "sql:" + DELETE + "?dataSource=#type:javax.sql.DataSource",
        "sql-stored:" + DELETE + "?dataSource=#dataSource",
        "bean:jdbcTemplate?method=update('" + DELETE + "')",
        "bean:dataSource?method=getConnection",
        "bean:transactionManager?method=getDataSource",
        "class:org.springframework.jdbc.core.JdbcTemplate?method=update('" + DELETE + "')",
      })
  void leavesTheHubsOwnDatabaseOutOfReachOfSteps(String step) {
    Throwable refusal = catchThrowable(() -> route.requestBody(step, "", Object.class));

    assertThat(refusal).isInstanceOf(RuntimeException.class);
    assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM work", Integer.class)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${bean:jdbcTemplate?method=update('" + DELETE + "')}",
        "${bean:type:org.springframework.jdbc.core.JdbcTemplate?method=update('" + DELETE + "')}",
        "${camelContext.registry.lookupByName('jdbcTemplate').update('" + DELETE + "')}",
      })
  void leavesTheHubsOwnDatabaseOutOfReachOfExpressions(String expression) {
    Exchange exchange = new DefaultExchange(camel);

    catchThrowable(
        () ->
            camel
                .resolveLanguage("simple")
                .createExpression(expression)
                .evaluate(exchange, Object.class));

    assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM work", Integer.class)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?dataSource=#erp", "?dataSource=#bean:erp"})
  void meetsTheErp(String dataSource) {
    route.requestBody("sql:INSERT INTO goods VALUES ('A1')" + dataSource, "");

    assertThat(route.requestBody("sql:SELECT sn FROM goods" + dataSource, "", List.class))
        .isEqualTo(List.of(Map.of("SN", "A1")));
  }

  @Test
  void writesNothingToTheErpInADryRun() {
    try (AnnotationConfigApplicationContext dry = hub(true)) {
      DataSource shown =
          dry.getBean(CamelContext.class).getRegistry().findSingleByType(DataSource.class);

      assertThat(new JdbcTemplate(shown).<Boolean>execute(Connection::isReadOnly)).isTrue();
    }
  }

  @Test
  void callsTheBeansOfTheHub() {
    assertThat(route.requestBody("bean:greeter?method=greet", "")).isEqualTo("hello");
  }
}
