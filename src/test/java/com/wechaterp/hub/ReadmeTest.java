package com.wechaterp.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Pattern CODE = Pattern.compile("(?s)```.*?```");
  private static final Pattern HEADING = Pattern.compile("(?m)^(#+) ");
  private static final Pattern TABLE_CELL = Pattern.compile("(?m)^\\| (`[^|]*`)(?:[,、]| \\|)");

  private final String english = Files.readString(Path.of("README.md"));
  private final String chinese = Files.readString(Path.of("README.zh-CN.md"));

  ReadmeTest() throws IOException {}

  @Test
  void givesTheSameCommandsInBothLanguages() {
    assertThat(all(CODE, chinese)).isNotEmpty().isEqualTo(all(CODE, english));
  }

  @Test
  void hasTheSameHeadingsInBothLanguages() {
    assertThat(all(HEADING, CODE.matcher(chinese).replaceAll("")))
        .isNotEmpty()
        .isEqualTo(all(HEADING, CODE.matcher(english).replaceAll("")));
  }

  @Test
  void namesTheSameCommandsAndAddressesInItsTables() {
    assertThat(all(TABLE_CELL, chinese)).isNotEmpty().isEqualTo(all(TABLE_CELL, english));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.groupCount() == 0 ? match.group() : match.group(1))
        .toList();
  }
}
