package com.wechaterp.hub.cli;

import com.wechaterp.hub.HubApplication;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The hub put together to be looked at: it listens nowhere, runs no route and keeps nothing. */
final class OfflineHub {

  /** Where the hub's database setting is found while the offline hub uses one in memory. */
  static final String IN_MEMORY =
      "jdbc:h2:mem:offline;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

  private static final List<String> OFFLINE =
      List.of(
          "--spring.datasource.url=" + IN_MEMORY,
          "--spring.datasource.username=sa",
          "--spring.datasource.password=",
          "--hub.routes.run=false",
          "--hub.rehearsal.active=false",
          "--hub.sandbox.enabled=false",
          "--logging.threshold.console=OFF");

  private final List<String> given;

  OfflineHub(List<String> given) {
    this.given = List.copyOf(given);
  }

  /** Returns the settings given on the command line. */
  List<String> given() {
    return given;
  }

  private static boolean ofOurs(String setting) {
    String name = setting.replaceFirst("=.*", "=");
    return OFFLINE.stream().anyMatch(ours -> ours.startsWith(name));
  }

  /** Puts the hub together; the caller closes it. */
  ConfigurableApplicationContext start() {
    // Given twice, a setting would be a list of both.
    List<String> args = new ArrayList<>(OFFLINE);
    given.stream().filter(each -> !ofOurs(each)).forEach(args::add);
    return new SpringApplicationBuilder(HubApplication.class)
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .run(args.toArray(String[]::new));
  }
}
