package com.wechaterp.hub.store;

import com.wechaterp.hub.problem.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says of a hub that cannot start with its database what is wrong with that, in one sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class DatabaseAtStart implements FailureAnalyzer {

  private final Environment settings;

  DatabaseAtStart(Environment settings) {
    this.settings = settings;
  }

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    Language language = Language.of(settings.getProperty("hub.language", "zh"));
    return new UnusableDatabase(settings.getProperty("spring.datasource.url", ""))
        .problem(failure)
        .map(problem -> new FailureAnalysis(problem.sentence(language), "", failure))
        .orElse(null);
  }
}
