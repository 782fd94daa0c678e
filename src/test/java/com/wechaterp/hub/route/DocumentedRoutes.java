package com.wechaterp.hub.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The examples of {@code docs/routes.md}, as they stand there. */
final class DocumentedRoutes {

  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

  private DocumentedRoutes() {}

  /** Returns the examples of a page, in order. */
  static List<String> of(String page) {
    return EXAMPLE
        .matcher(read(Path.of("docs", page)))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** Returns the whole routes among them, as one file. */
  static String whole() {
    return String.join(
        "", of("routes.md").stream().filter(each -> each.startsWith("- route:")).toList());
  }

  /** Returns {@code products.camel.yaml} with the step that stands between the shipped ones. */
  static String edited() {
    String step =
        of("routes.md").stream().filter(each -> each.startsWith("  ")).findFirst().orElseThrow();
    String behind = "toType: \"hub:product\"\n";
    return read(Path.of("routes", "products.camel.yaml")).replace(behind, behind + step);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
