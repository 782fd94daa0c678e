package com.wechaterp.hub.rehearsal;

import com.wechaterp.hub.rehearsal.demo.DemoErp;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Makes the hub rehearse when no WeChat account is configured, and gives it copies of the built-in
 * routes when its home has none.
 *
 * <p>Every setting of the rehearsal is a default: what the admin sets wins.
 */
final class RehearsalEnvironment implements EnvironmentPostProcessor, Ordered {

  /** The name of the property source with the defaults. */
  static final String SOURCE = "rehearsal";

  private static final String UNPACKED = "unpacked home";

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment settings, SpringApplication hub) {
    if (StreamSupport.stream(settings.getPropertySources().spliterator(), false)
        .map(PropertySource::getName)
        .anyMatch(SOURCE::equals)) {
      return;
    }
    boolean wanted = settings.getProperty("hub.rehearsal.active", Boolean.class, true);
    Map<String, Object> defaults =
        wanted && !hasAccount(settings)
            ? RehearsalSettings.all()
            : Map.of("hub.account", "main", "hub.rehearsal.active", "false");
    settings.getPropertySources().addLast(new MapPropertySource(SOURCE, defaults));
    if (settings.getProperty("hub.rehearsal.active", Boolean.class, false)
        && settings.getProperty("hub.erp.url", "").isEmpty()) {
      DemoErp demo = DemoErp.start(Path.of(settings.getProperty("hub.data-dir", "./data")));
      settings.getPropertySources().addLast(new DemoErpSettings(demo));
    }
    BuiltInHome.unpack(settings)
        .ifPresent(
            home ->
                settings
                    .getPropertySources()
                    .addFirst(
                        new MapPropertySource(
                            UNPACKED, Map.of("hub.home", home, "hub.rehearsal.home", home))));
  }

  /** Other settings of the rehearsal's own account, such as where it ships, make no account. */
  private static boolean hasAccount(ConfigurableEnvironment settings) {
    return Binder.get(settings)
        .bind("hub.wechat.accounts", Bindable.mapOf(String.class, Object.class))
        .orElse(Map.of())
        .entrySet()
        .stream()
        .anyMatch(
            account ->
                !account.getKey().equals(RehearsalSettings.ACCOUNT)
                    || account.getValue() instanceof Map<?, ?> fields
                        && fields.containsKey("app-id"));
  }

  /** Runs after the admin's files are read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
