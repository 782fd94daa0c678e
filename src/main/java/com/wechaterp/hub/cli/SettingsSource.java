package com.wechaterp.hub.cli;

import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Gives routes the settings for their {@code {{…}}}. */
final class SettingsSource implements PropertiesSource {

  private final Environment settings;

  SettingsSource(Environment settings) {
    this.settings = settings;
  }

  @Override
  public String getName() {
    return "settings";
  }

  @Override
  public @Nullable String getProperty(String name) {
    return settings.getProperty(name);
  }
}
