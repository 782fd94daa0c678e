package com.wechaterp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.wechaterp.hub.testing.DemoTables;
import com.wechaterp.hub.testing.MariaDb;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What doctor says of a machine and an account on which one thing is wrong at a time. */
class DoctorCommandIT {

  private static final String ERP = MariaDb.createDatabase("doctor");
  private static final String TOKEN = "sandboxtoken";

  @TempDir Path data;
  private final StringWriter out = new StringWriter();
  private final List<String> settings = new ArrayList<>();
  private HttpServer wechat;
  private String credentials = "{\"access_token\":\"T\",\"expires_in\":7200}";
  private boolean echoes = true;

  @BeforeEach
  void open() throws IOException {
    DemoTables.create(ERP, "root");
    wechat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
    wechat.createContext("/", this::answer);
    wechat.start();
    String here = "http://127.0.0.1:" + wechat.getAddress().getPort();
    settings.addAll(
        List.of(
            "--hub.data-dir=" + data,
            "--hub.home=" + Path.of("").toAbsolutePath(),
            "--hub.erp.url=" + ERP,
            "--hub.erp.username=root",
            "--hub.callback.public-url=" + here + "/",
            "--hub.wechat.accounts.main.app-id=wx1",
            "--hub.wechat.accounts.main.app-secret=the-secret",
            "--hub.wechat.accounts.main.token=" + TOKEN,
            "--hub.wechat.accounts.main.base-url=" + here));
  }

  @AfterEach
  void close() {
    wechat.stop(0);
  }

  @Test
  void findsNothingWrong() {
    assertThat(run("en")).as(out.toString()).isZero();

    assertThat(out.toString())
        .contains("WeChat knows main", "the SQL of pack demo fits its tables")
        .contains("answers as WeChat needs", "agrees with", "Camel 4", "erp clock: agrees")
        .doesNotContain("✗", "the-secret", TOKEN);
  }

  @Test
  void comparesTheErpsClockWithTheTimeZoneOfThePack() {
    JdbcTemplate server = new JdbcTemplate(new DriverManagerDataSource(ERP, "root", ""));
    String zone = server.queryForObject("SELECT @@global.time_zone", String.class);
    server.execute("SET GLOBAL time_zone = '-05:00'");
    try {
      assertThat(run("en")).isZero();
    } finally {
      server.execute("SET GLOBAL time_zone = '" + zone + "'");
    }

    assertThat(out.toString()).contains("✓ erp clock: goes right, but -13.00 h from Asia/Shanghai");
  }

  @Test
  void namesAWrongSecretWithoutShowingIt() {
    credentials = "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}";

    assertThat(run("zh")).isEqualTo(1);

    assertThat(out.toString())
        .contains("✗ accounts: 微信拒绝为账号“main”签发 access_token：40001", "app-secret", "白名单")
        .doesNotContain("the-secret");
  }

  @Test
  void saysThatWeChatDoesNotTellTheTimeWhenItIsAway() {
    wechat.stop(0);

    assertThat(run("en")).isEqualTo(1);

    assertThat(out.toString())
        .contains("✗ accounts: WeChat cannot be reached", "✗ clock:", "does not tell the time")
        .contains("✗ callbacks main: The callback address");
  }

  @Test
  void saysThatTheCallbackAddressIsSomebodyElses() {
    echoes = false;

    assertThat(run("zh")).isEqualTo(1);

    assertThat(out.toString())
        .contains("✗ callbacks main: 回调地址", "/callbacks/main 的应答不符合微信要求", "Welcome", "域名");
  }

  @Test
  void refusesATokenThatWeChatWouldNotTake() {
    settings.replaceAll(each -> each.contains(".token=") ? each + "!" : each);

    assertThat(run("en")).isEqualTo(1);

    assertThat(out.toString())
        .contains("✗ callbacks main: hub.wechat.accounts.main.token must have 3 to 32");
  }

  @Test
  void namesTheTableTheErpsUserMayNotRead() {
    String erp = "jdbc:h2:mem:" + UUID.randomUUID();
    String options =
        ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1";
    DemoTables.create(erp + options, "sa");
    JdbcTemplate admin = new JdbcTemplate(new DriverManagerDataSource(erp, "sa", ""));
    admin.execute("CREATE USER reader PASSWORD ''");
    for (String table :
        admin.queryForList(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
            String.class)) {
      if (!table.equals("store_qty")) {
        admin.execute("GRANT ALL ON " + table + " TO reader");
      }
    }
    settings.replaceAll(each -> each.startsWith("--hub.erp.url=") ? "--hub.erp.url=" + erp : each);
    settings.replaceAll(each -> each.replace("username=root", "username=reader"));

    assertThat(run("zh")).isEqualTo(1);

    assertThat(out.toString())
        .contains("✗ erp: ERP 拒绝执行 demo/products.sql 中的 SQL", "✗ erp: ERP 拒绝执行 demo/stock.sql")
        .containsIgnoringCase("store_qty")
        .contains("权限")
        .doesNotContain("orders.sql");
  }

  @Test
  void saysThatTheErpIsNotThere() {
    settings.replaceAll(
        each ->
            each.startsWith("--hub.erp.url=")
                ? "--hub.erp.url=jdbc:mysql://127.0.0.1:1/erp?password=hidden"
                : each);

    assertThat(run("zh")).isEqualTo(1);

    assertThat(out.toString())
        .contains("✗ erp: 无法连接 ERP jdbc:mysql://127.0.0.1:1/erp", "hub.erp.url")
        .doesNotContain("hidden");
  }

  @Test
  void saysThatTheHubsOwnDatabaseCannotBeUsed() {
    settings.add("--spring.datasource.url=jdbc:mysql://127.0.0.1:1/hub");
    settings.add("--spring.datasource.password=hidden");

    assertThat(run("en")).isEqualTo(1);

    assertThat(out.toString())
        .contains(
            "✗ hub database: The hub's database jdbc:mysql://127.0.0.1:1/hub cannot be reached")
        .contains("spring.datasource.url")
        .doesNotContain("hidden");
  }

  private int run(String language) {
    List<String> args = new ArrayList<>(List.of("doctor", "--lang=" + language));
    args.addAll(settings);
    PrintWriter writer = new PrintWriter(out, true);
    return HubCommands.run(writer, writer, args.toArray(String[]::new));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = "{\"errcode\":0}";
    if (path.equals("/cgi-bin/stable_token")) {
      body = credentials;
    } else if (path.startsWith("/callbacks/")) {
      body =
          echoes ? exchange.getRequestURI().getQuery().replaceFirst(".*echostr=", "") : "Welcome";
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(200, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
