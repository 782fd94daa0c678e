package com.wechaterp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandIT {

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

    int exit = run();

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
  void findsNothingInTheProjectsOwnFiles() {
    int exit = run("--hub.home=" + Path.of("").toAbsolutePath());

    assertThat(out.toString()).doesNotContain("✗");
    assertThat(exit).isZero();
  }

  private int run(String... settings) {
    String[] args = {"validate", "--lang=en", "--hub.data-dir=" + home, "--hub.home=" + home};
    if (settings.length > 0) {
      args[3] = settings[0];
    }
    PrintWriter writer = new PrintWriter(out, true);
    return HubCommands.run(writer, writer, args);
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
