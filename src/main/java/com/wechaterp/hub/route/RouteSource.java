package com.wechaterp.hub.route;

import java.util.Comparator;
import java.util.List;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;

/**
 * The text of one route file.
 *
 * @param file its name
 * @param text its content
 */
record RouteSource(String file, String text) {

  /** Returns the text as Camel takes it. */
  Resource resource() {
    return ResourceHelper.fromString("mem:" + file, text);
  }

  /** Returns whether the file holds failure policies, which have to be there before the routes. */
  boolean isPolicy() {
    return text.lines().anyMatch(line -> line.matches("- *routeConfiguration *:.*"));
  }

  /** Returns the file and line for a sentence, such as {@code products.camel.yaml:12}. */
  String at(int line) {
    return file + ":" + line;
  }

  /** Orders policies before routes, each by name. */
  static List<RouteSource> policiesFirst(List<RouteSource> sources) {
    return sources.stream()
        .sorted(
            Comparator.comparing((RouteSource source) -> !source.isPolicy())
                .thenComparing(RouteSource::file))
        .toList();
  }
}
