package com.wechaterp.hub.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.wechaterp.hub.erp.pack.PackReader;
import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an admin's hand does to a pack is told with its file and line. */
class PackMistakesTest {

  @TempDir Path home;
  private Path pack;

  static Stream<PackMistake> mistakes() throws IOException {
    return PackMistake.all();
  }

  @BeforeEach
  void copy() throws IOException {
    pack = Files.createDirectories(home.resolve("shop"));
    try (Stream<Path> files = Files.list(PackMistake.SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, pack.resolve(file.getFileName()));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void namesThePlaceAndWhatIsWanted(PackMistake mistake) throws IOException {
    mistake.make(pack);

    ProblemException broken =
        catchThrowableOfType(
            ProblemException.class,
            () -> PackReader.read(pack, text -> text.replace("${server.port:8080}", "8080")));

    assertThat(broken).isNotNull();
    String sentence = broken.problem().sentence(Language.EN);
    assertThat(sentence).startsWith("shop/" + mistake.at()).containsIgnoringCase(mistake.says());
    assertThat(sentence).doesNotContain("expected alphabetic", "Exception");
  }

  @Test
  void findsNothingInTheShippedPack() {
    assertThat(PackReader.read(pack, text -> text.replace("${server.port:8080}", "8080")).ports())
        .isNotEmpty();
  }
}
