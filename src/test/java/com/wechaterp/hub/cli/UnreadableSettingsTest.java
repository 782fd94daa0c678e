package com.wechaterp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.wechaterp.hub.problem.Language;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ByteArrayResource;

class UnreadableSettingsTest {

  @Test
  void namesThePlaceAndTheRemedyInOneSentence() {
    byte[] text = "hub:\n  erp:\n    pack: shop\n  : [broken\n".getBytes(StandardCharsets.UTF_8);
    Throwable failure =
        catchThrowable(
            () -> new YamlPropertySourceLoader().load("settings", new ByteArrayResource(text)));

    FailureAnalysis analysis =
        new UnreadableSettings(Language.EN).analyze(new IllegalStateException(failure));

    assertThat(Objects.requireNonNull(analysis).getDescription())
        .contains("line 4, column 3", "The hub does not start with them.", "Mend config/")
        .hasLineCount(1);
  }

  @Test
  void leavesOtherFailuresToOthers() {
    assertThat(new UnreadableSettings().analyze(new IllegalStateException("port in use"))).isNull();
  }
}
