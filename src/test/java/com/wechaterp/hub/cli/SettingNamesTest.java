package com.wechaterp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class SettingNamesTest {

  private final SettingNames names = SettingNames.of(Path.of("."));

  @Test
  void findsEverySettingInTheCommentedFile() throws IOException {
    Set<String> documented = documented();

    assertThat(names.all())
        .filteredOn(name -> !SettingNames.INTERNAL.contains(name))
        .allSatisfy(
            name ->
                assertThat(documented)
                    .anyMatch(key -> key.matches(name.replace(".", "\\.").replace("*", "[^.]+"))));
  }

  @Test
  void knowsEverySettingOfTheCommentedFile() throws IOException {
    assertThat(documented()).filteredOn(key -> key.startsWith("hub.")).allMatch(names::knows);
  }

  @Test
  void takesTheSpellingsThatBootTakes() {
    assertThat(names.knows("hub.wechat.accounts.main.appId")).isTrue();
    assertThat(names.knows("hub.api-keys[0]")).isTrue();
    assertThat(names.knows("hub.erp.pool_size")).isTrue();
  }

  @Test
  void saysWhatAMistypedSettingProbablyMeans() {
    assertThat(names.knows("hub.erp.paswort")).isFalse();
    assertThat(names.nearest("hub.erp.paswort")).contains("hub.erp.password");
  }

  @Test
  void readsTheSettingsOfRouteFilesWhateverElseLiesBesideThem(@TempDir Path home)
      throws IOException {
    Path routes = Files.createDirectories(home.resolve("routes"));
    Files.writeString(routes.resolve("mine.camel.yaml"), "uri: timer:x?period={{hub.mine.every}}");
    Files.writeString(routes.resolve(".old.camel.yaml"), "uri: timer:x?period={{hub.old.every}}");
    Files.write(routes.resolve(".mine.camel.yaml.swp"), new byte[] {(byte) 0xff, 0});
    Files.write(routes.resolve("gbk.camel.yaml"), "# 商品".getBytes("GBK"));
    Files.createSymbolicLink(routes.resolve(".#mine.camel.yaml"), Path.of("admin@shop.1234"));

    SettingNames found = SettingNames.of(home);

    assertThat(found.all()).contains("hub.mine.every").doesNotContain("hub.old.every");
  }

  private static Set<String> documented() throws IOException {
    String uncommented =
        Files.readAllLines(Path.of("config/application.yaml")).stream()
            .filter(line -> line.matches("#[^#].*"))
            .map(line -> line.substring(1))
            .collect(Collectors.joining("\n"));
    Set<String> keys = new TreeSet<>();
    flatten("", new Yaml(new SafeConstructor(new LoaderOptions())).load(uncommented), keys);
    return keys;
  }

  private static void flatten(String prefix, Object node, Set<String> keys) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, value, keys));
    } else {
      keys.add(prefix);
    }
  }
}
