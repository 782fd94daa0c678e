package com.wechaterp.hub.route;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;

/**
 * The text of one route file.
 *
 * @param file its name
 * @param text its content
 */
record RouteSource(String file, String text) {

  private static final Pattern SHARED =
      Pattern.compile(
          " *- *(routeConfiguration|route-configuration|routeTemplate|route-template|beans"
              + "|restConfiguration|rest-configuration|sslContextParameters|transformers"
              + "|validators) *:.*");

  /** Returns the text as Camel takes it. */
  Resource resource() {
    return ResourceHelper.fromString("mem:" + file, text);
  }

  /** Returns whether the file holds what others build on, which has to be there before them. */
  boolean isShared() {
    return text.lines().anyMatch(line -> SHARED.matcher(line).matches());
  }

  /** Returns the file and line for a sentence, such as {@code products.camel.yaml:12}. */
  String at(int line) {
    return file + ":" + line;
  }

  /** Orders what is shared before what builds on it, each by name. */
  static List<RouteSource> sharedFirst(Collection<RouteSource> sources) {
    return sources.stream()
        .sorted(
            Comparator.comparing((RouteSource source) -> !source.isShared())
                .thenComparing(RouteSource::file))
        .toList();
  }
}
