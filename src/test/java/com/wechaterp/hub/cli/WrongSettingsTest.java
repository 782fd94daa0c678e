package com.wechaterp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.wechaterp.hub.product.ProductSettings;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class WrongSettingsTest {

  private final StandardEnvironment settings = new StandardEnvironment();

  @Test
  void saysWhatValidateSaysOfAWrongValue() {
    settings
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "given", Map.of("hub.product.title-limit", "many", "hub.language", "en")));
    ConfigurationPropertySources.attach(settings);
    Throwable failure =
        catchThrowable(
            () -> Binder.get(settings).bindOrCreate("hub.product", ProductSettings.class));

    assertThat(
            Objects.requireNonNull(new WrongSettings(settings).analyze(failure)).getDescription())
        .contains(
            "hub.product.title-limit", "The hub does not start with it.", "Correct the value");
  }

  @Test
  void leavesOtherFailuresToOthers() {
    assertThat(new WrongSettings(settings).analyze(new IllegalStateException("port in use")))
        .isNull();
  }
}
