package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** The hub put together to be looked at: it listens nowhere, runs no route and keeps nothing. */
final class OfflineHub {

  private static final List<String> OFFLINE =
      List.of(
          "--hub.routes.run=false",
          "--hub.rehearsal.active=false",
          "--hub.sandbox.enabled=false",
          "--logging.threshold.console=OFF");

  /** Leaves out the admin's files, wherever they are looked for. */
  private static final List<String> WITHOUT_SETTINGS =
      List.of(
          "--spring.config.location=classpath:/application.yaml",
          "--spring.config.name=none",
          "--hub.settings.unread=true");

  private static final String HOME = "--hub.home=";

  private final List<String> given;

  OfflineHub(List<String> given) {
    this.given = List.copyOf(given);
  }

  private static boolean isOf(List<String> ours, String setting) {
    String name = setting.replaceFirst("=.*", "=");
    return ours.stream().anyMatch(each -> each.startsWith(name));
  }

  /**
   * Puts the hub together; the caller closes it.
   *
   * @throws ProblemException if the home that was named is no folder, since the hub would take the
   *     one built in for it
   */
  ConfigurableApplicationContext start() {
    return start(OFFLINE);
  }

  /** Puts the hub together without the files of its settings, where these cannot be read. */
  ConfigurableApplicationContext startWithoutSettings() {
    List<String> ours = new ArrayList<>(OFFLINE);
    ours.addAll(WITHOUT_SETTINGS);
    return start(ours);
  }

  private ConfigurableApplicationContext start(List<String> ours) {
    String home =
        given.stream()
            .filter(setting -> setting.startsWith(HOME))
            .map(setting -> setting.substring(HOME.length()))
            .reduce(Objects.requireNonNullElse(System.getenv("HUB_HOME"), ""), (one, next) -> next);
    if (!home.isEmpty() && !Files.isDirectory(Path.of(home))) {
      throw new ProblemException(
          Problem.of("cli-home-missing", "folder", Path.of(home).toAbsolutePath().normalize()));
    }
    // Before the settings are read, none of them can say so: what a command has to say, it says.
    LoggingSystem.get(OfflineHub.class.getClassLoader())
        .setLogLevel("org.springframework.boot", LogLevel.OFF);
    // Given twice, a setting would be a list of both.
    List<String> args = new ArrayList<>(ours);
    given.stream().filter(each -> !isOf(ours, each)).forEach(args::add);
    return new SpringApplicationBuilder(OfflineBeans.class)
        .contextFactory(type -> new OfflineContext())
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .run(args.toArray(String[]::new));
  }
}
