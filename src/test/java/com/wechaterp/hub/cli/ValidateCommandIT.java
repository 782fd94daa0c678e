package com.wechaterp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandIT {

  private static final String DATABASE = "jdbc:h2:mem:offline;IFEXISTS=TRUE";
  private static final String GOOD =
      """
      - route:
          id: good
          from:
            uri: direct:good
            steps:
              - to: log:x
      """;

  @TempDir Path home;
  private final StringWriter out = new StringWriter();

  @Test
  void namesEveryMistakeWithItsPlaceAndRemedy() throws IOException {
    write("config/application.yaml", "hub:\n  erp:\n    pak: shop\n  product:\n    gone: burn\n");
    write("config/wechat/couriers.yaml", "SF: [顺丰]\nYTO: [顺丰]\n");
    write("config/erp/demo/pack.yaml", "ports:\n  prodcts: {sql: products.sql}\n");
    write(
        "routes/bad.camel.yaml",
        """
        - route:
            id: bad
            from:
              uri: direct:bad
              steps:
                - to: wechat:shop/spu/ad
        """);

    int exit = run("--hub.home=" + home, "en");

    assertThat(exit).isEqualTo(1);
    assertThat(out.toString())
        .contains("hub.erp.pak")
        .contains("hub.erp.pack")
        .contains("3:10")
        .contains("hub.product.gone")
        .contains("bad.camel.yaml:6")
        .contains("shop/spu/add")
        .contains("prodcts")
        .contains("both SF and YTO");
  }

  @Test
  void namesEachMistakeOfARouteFileInChineseWhileTheOtherFilesCanRun() throws IOException {
    write(
        "routes/wrong.camel.yaml",
        """
        - route:
            id: wrong
            from:
              uri: "work:things?workres=2"
              steps:
                - to: wechat:shop/spu/ad
                - to: erp:prodcts
                - bean: {ref: productFlw, method: plan}
                - bean: {ref: productFlow, method: plann}
                - transformDataType: {toType: "wechat:spuu"}
        """);
    write("routes/indent.camel.yaml", "- route:\n    id: indent\n   from:\n      uri: direct:x\n");
    write(
        "routes/step.camel.yaml",
        "- route:\n    id: s\n    from:\n      uri: direct:s\n      stesp: []\n");
    write("routes/good.camel.yaml", GOOD);
    write("config/erp/demo/pack.yaml", "ports: {}\n");

    int exit = run("--hub.home=" + home, "zh");

    assertThat(exit).isEqualTo(1);
    assertThat(out.toString())
        .contains("wrong.camel.yaml:4：“work:things?workres=2”没有选项“workres”；最接近的是：workers")
        .contains(
            "wrong.camel.yaml:6：“wechat:shop/spu/ad”无法使用：未知的微信接口“shop/spu/ad”", "shop/spu/add")
        .contains("wrong.camel.yaml:7：“erp:prodcts”无法使用：未知的 ERP 端口“prodcts”", "products")
        .contains("wrong.camel.yaml:8：没有名为“productFlw”的 bean；最接近的是：productFlow")
        .contains("wrong.camel.yaml:9：没有方法“productFlow.plann”；最接近的是：productFlow.plan")
        .contains("wrong.camel.yaml:10：没有转换器“wechat:spuu”；最接近的是：wechat:spu")
        .contains("indent.camel.yaml:3:", "不是合法的 YAML", "同级缩进一致")
        .contains("step.camel.yaml:5：不是合法的路由", "stesp")
        .contains("✓ routes/good.camel.yaml: 可以运行");
  }

  @Test
  void letsNoWrongSettingHideAnotherOrTheFiles() throws IOException {
    write(
        "config/application.yaml",
        """
        hub:
          erp:
            pool-size: many
            query-timeout: soon
          wechat:
            accounts:
              main: {app-id: a, app-secret: b, shipping: donkey}
              shop: {app-id: c, app-secret: b, shipping: mule}
        """);
    write("routes/good.camel.yaml", GOOD);
    write("config/wechat/couriers.yaml", "SF: [顺丰]\n");

    int exit = run("--hub.home=" + home, "en");

    assertThat(exit).isEqualTo(1);
    assertThat(out.toString())
        .contains("3:16: the setting 'hub.erp.pool-size' is wrong")
        .contains("4:20: the setting 'hub.erp.query-timeout' is wrong")
        .contains("7:50: the setting 'hub.wechat.accounts[main].shipping' is wrong", "donkey")
        .contains("mule")
        .contains("config/wechat/couriers.yaml: 1 names can be read");
  }

  @Test
  void saysInOneSentenceWhereSettingsAreNoYamlAndLooksAtTheOtherFiles() throws IOException {
    write("config/application.yaml", "hub:\n  erp:\n    pack: shop\n  : [broken\n");
    write(
        "routes/own.camel.yaml",
        """
        - route:
            id: own
            from:
              uri: "timer:own?period={{hub.shop.every}}"
              steps:
                - to: direct:asked
                - to: wechat:shop/spu/ad
        - route:
            id: asked
            from:
              uri: direct:asked
              steps:
                - setBody: {simple: "{{hub.shop.word}}"}
        """);
    write("routes/good.camel.yaml", GOOD);
    write("config/erp/shop/pack.yaml", "ports: {product-state: {}, prodcts: {}}\n");
    write("config/erp/shop/product-state.sql", "UPDATE t SET x = :status");
    write(
        "config/erp/mine/pack.yaml",
        "ports: {product-state: {}}\nconstants: {brand_id: ${hub.a}}\n");
    write("config/erp/mine/product-state.sql", "UPDATE t SET x = :status");
    PrintStream console = System.out;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    System.setOut(new PrintStream(logged, true, StandardCharsets.UTF_8));
    try {
      assertThat(run("--hub.home=" + home, "en")).isEqualTo(1);
    } finally {
      System.setOut(console);
    }

    assertThat(out.toString())
        .contains("The settings cannot be used", "line 4, column 3", "config/application.yaml")
        .contains("What depends on the settings is not checked")
        .contains("own.camel.yaml:7: ", "shop/spu/add")
        .contains("✓ routes/good.camel.yaml: can run")
        .contains("shop/pack.yaml:1: ports.prodcts: unknown ERP port 'prodcts'")
        .contains("✓ pack mine: well formed")
        .doesNotContain("hub.shop", "hub.a");
    assertThat(out.toString().lines().filter(line -> line.startsWith("✗"))).hasSize(4);
    assertThat(logged.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void saysWhatThePackLeavesOut() throws IOException {
    write("config/erp/demo/pack.yaml", "ports: {product-state: {}}\n");
    write("routes/good.camel.yaml", GOOD);
    write("config/erp/demo/product-state.sql", "UPDATE t SET x = :status");

    run("--hub.home=" + home, "zh");

    assertThat(out.toString())
        .contains("✓ pack demo: 因缺少端口而关闭：", "products（商品及其 SKU）")
        .doesNotContain("product-state（");
  }

  @Test
  void findsNothingInTheProjectsOwnFilesAndMakesNoDatabase() {
    forgetDatabase();

    int exit = run("--hub.home=" + Path.of("").toAbsolutePath(), "en");

    assertThat(out.toString()).doesNotContain("✗");
    assertThat(exit).isZero();
    assertThatThrownBy(() -> DriverManager.getConnection(DATABASE, "sa", ""))
        .hasMessageContaining("not found");
  }

  /** Another test of this JVM may have made it. */
  private static void forgetDatabase() {
    try (Connection made = DriverManager.getConnection(DATABASE, "sa", "")) {
      made.createStatement().execute("SHUTDOWN");
    } catch (SQLException e) {
      assertThat(e.getMessage()).contains("not found");
    }
  }

  private int run(String setting, String language) {
    PrintWriter writer = new PrintWriter(out, true);
    return HubCommands.run(
        writer, writer, "validate", "--lang=" + language, "--hub.data-dir=" + home, setting);
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
