package com.wechaterp.hub.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootVersion;

/** Which versions run. */
final class Versions {

  private Versions() {}

  static Map<String, String> all() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("hub", of(Versions.class, "development"));
    versions.put("camel", of(CamelContext.class, "?"));
    versions.put("springBoot", SpringBootVersion.getVersion());
    versions.put("java", System.getProperty("java.version"));
    return versions;
  }

  private static String of(Class<?> type, String otherwise) {
    @Nullable String version = type.getPackage().getImplementationVersion();
    return Objects.requireNonNullElse(version, otherwise);
  }
}
