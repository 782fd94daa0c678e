package com.wechaterp.hub.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class RehearsalEnvironmentTest {

  @TempDir Path folder;
  private final MockEnvironment settings = new MockEnvironment();

  @BeforeEach
  void atHome() throws IOException {
    Files.createDirectories(folder.resolve("mine/routes"));
    settings.setProperty("hub.home", folder.resolve("mine").toString());
    // With an ERP of its own the rehearsal starts no demo database.
    settings.setProperty("hub.erp.url", "jdbc:h2:mem:erp");
    settings.setProperty("hub.data-dir", folder.resolve("data").toString());
  }

  @Test
  void rehearsesAsLongAsNoAccountIsConfigured() {
    settings.setProperty("server.port", "9090");

    apply();

    assertThat(settings.getProperty("hub.rehearsal.active")).isEqualTo("true");
    assertThat(settings.getProperty("hub.account")).isEqualTo("sandbox");
    assertThat(settings.getProperty("hub.wechat.accounts.sandbox.base-url"))
        .isEqualTo("http://127.0.0.1:9090/sandbox");
    assertThat(settings.getProperty("hub.wechat.accounts.sandbox.encoding-aes-key")).hasSize(43);
  }

  @Test
  void letsTheSandboxRememberOverARestartAsHubAndShopDo() {
    apply();

    assertThat(settings.getProperty("hub.sandbox.persist")).isEqualTo("true");
  }

  @Test
  void doesNotRehearseWithAnAccount() {
    settings.setProperty("hub.wechat.accounts.main.app-id", "wx1");

    apply();

    assertThat(settings.getProperty("hub.rehearsal.active")).isEqualTo("false");
    assertThat(settings.getProperty("hub.account")).isEqualTo("main");
    assertThat(settings.getProperty("hub.sandbox.enabled")).isNull();
  }

  @Test
  void rehearsesWithSettingsOfItsOwnAccount() {
    settings.setProperty("hub.wechat.accounts.sandbox.shipping", "by-fund-type");

    apply();

    assertThat(settings.getProperty("hub.rehearsal.active")).isEqualTo("true");
    assertThat(settings.getProperty("hub.wechat.accounts.sandbox.app-id")).isNotEmpty();
  }

  @Test
  void doesNotRehearseWhenToldNotTo() {
    settings.setProperty("hub.rehearsal.active", "false");

    apply();

    assertThat(settings.getProperty("hub.sandbox.enabled")).isNull();
  }

  @Test
  void letsTheAdminsSettingsWin() {
    settings.setProperty("hub.erp.pack", "litemall");

    apply();

    assertThat(settings.getProperty("hub.erp.pack")).isEqualTo("litemall");
  }

  @Test
  void unpacksTheBuiltInRoutesWhereThereAreNoneAndKeepsEditedOnes() throws IOException {
    settings.setProperty("hub.home", folder.resolve("empty").toString());
    Path unpacked = folder.resolve("data/home");
    Files.createDirectories(unpacked.resolve("routes"));
    Files.writeString(unpacked.resolve("routes/products.camel.yaml"), "# edited");

    apply();

    assertThat(settings.getProperty("hub.home")).isEqualTo(unpacked.toString());
    assertThat(unpacked.resolve("routes/product-audits.camel.yaml")).isNotEmptyFile();
    assertThat(unpacked.resolve("routes/products.camel.yaml")).hasContent("# edited");
  }

  private void apply() {
    new RehearsalEnvironment().postProcessEnvironment(settings, new SpringApplication());
  }
}
