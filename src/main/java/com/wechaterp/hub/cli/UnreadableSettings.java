package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Says of a hub whose settings are no YAML what {@code validate} says of them, in place of a stack.
 *
 * <p>Apart from {@link WrongSettings}, which asks the settings: there are none to ask yet.
 */
final class UnreadableSettings implements FailureAnalyzer {

  private final Language language;

  UnreadableSettings() {
    this(Language.of(Objects.requireNonNullElse(System.getenv("HUB_LANGUAGE"), "zh")));
  }

  UnreadableSettings(Language language) {
    this.language = language;
  }

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof YAMLException unreadable) {
        return new FailureAnalysis(
            SettingCheck.startFailure(unreadable).line(language), "", failure);
      }
    }
    return null;
  }
}
