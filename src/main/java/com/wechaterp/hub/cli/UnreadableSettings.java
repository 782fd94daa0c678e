package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import java.util.Objects;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Says of a hub whose settings are no YAML what {@code validate} says of them, in place of a stack.
 *
 * <p>Apart from {@link WrongSettings}, which asks the settings: there are none to ask yet.
 */
final class UnreadableSettings extends AbstractFailureAnalyzer<YAMLException> {

  private final Language language;

  UnreadableSettings() {
    this(Language.of(Objects.requireNonNullElse(System.getenv("HUB_LANGUAGE"), "zh")));
  }

  UnreadableSettings(Language language) {
    this.language = language;
  }

  @Override
  protected FailureAnalysis analyze(Throwable failure, YAMLException unreadable) {
    return new FailureAnalysis(SettingCheck.startFailure(unreadable).line(language), "", failure);
  }
}
