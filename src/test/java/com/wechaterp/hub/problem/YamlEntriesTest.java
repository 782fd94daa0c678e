package com.wechaterp.hub.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class YamlEntriesTest {

  @Test
  void saysWhatAParserOfTheWholeFileSays() throws IOException {
    PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    for (String pattern :
        new String[] {"problems/*.yaml", "wechat/*.yaml", "wechat/operations/*.yaml"}) {
      for (Resource file : files.getResources("classpath:" + pattern)) {
        assertSame(file);
      }
    }
  }

  private static void assertSame(Resource file) throws IOException {
    YamlEntries entries = new YamlEntries();
    Map<String, Object> whole = new LinkedHashMap<>();
    try (InputStream in = file.getInputStream();
        InputStream again = file.getInputStream()) {
      entries.add(in, "it");
      Map<?, ?> parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(again);
      parsed.forEach((key, value) -> whole.put(String.valueOf(key), value));
    }
    assertThat(entries.keys()).as(file.getFilename()).containsExactlyElementsOf(whole.keySet());
    whole.forEach((key, value) -> assertThat(entries.value(key)).isEqualTo(value));
  }

  @Test
  void refusesAnEntryThatIsThereAlready() throws IOException {
    YamlEntries entries = new YamlEntries();
    entries.add(stream("a: 1\n"), "one.yaml");

    assertThatThrownBy(() -> entries.add(stream("b: 1\na: 2\n"), "two.yaml"))
        .hasMessage("'a' is declared twice, again in two.yaml");
    assertThat(Objects.requireNonNull(entries.value("a"))).isEqualTo(1);
    assertThat(entries.value("c")).isNull();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
