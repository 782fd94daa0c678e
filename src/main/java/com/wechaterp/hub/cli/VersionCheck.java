package com.wechaterp.hub.cli;

import java.util.Objects;
import org.apache.camel.CamelContext;
import org.springframework.boot.SpringBootVersion;

/** Says which versions run. */
final class VersionCheck {

  private VersionCheck() {}

  static Finding finding() {
    String versions =
        "hub %s, Camel %s, Spring Boot %s, Java %s"
            .formatted(
                of(VersionCheck.class),
                of(CamelContext.class),
                SpringBootVersion.getVersion(),
                System.getProperty("java.version"));
    return Finding.good("versions", versions, versions);
  }

  private static String of(Class<?> type) {
    return Objects.requireNonNullElse(type.getPackage().getImplementationVersion(), "development");
  }
}
