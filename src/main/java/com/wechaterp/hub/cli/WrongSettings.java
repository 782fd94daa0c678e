package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** Says of a hub that cannot start with its settings what {@code validate} says of them. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WrongSettings implements FailureAnalyzer {

  private final Environment settings;

  WrongSettings(Environment settings) {
    this.settings = settings;
  }

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    if (!(failure instanceof RuntimeException thrown) || !isKnown(failure)) {
      return null;
    }
    Language language = Language.of(settings.getProperty("hub.language", "zh"));
    String sentences =
        findings(thrown).stream()
            .map(finding -> finding.line(language))
            .collect(Collectors.joining(System.lineSeparator()));
    return new FailureAnalysis(sentences, "", failure);
  }

  private List<Finding> findings(RuntimeException thrown) {
    if (settings instanceof ConfigurableEnvironment all) {
      Path home = Path.of(settings.getProperty("hub.home", "."));
      List<Finding> wrong =
          new SettingCheck(all, home).findings().stream().filter(each -> !each.good()).toList();
      if (!wrong.isEmpty()) {
        return wrong;
      }
    }
    return List.of(SettingCheck.startFailure(thrown));
  }

  private static boolean isKnown(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException || cause instanceof ProblemException) {
        return true;
      }
    }
    return false;
  }
}
