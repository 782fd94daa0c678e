package com.wechaterp.hub.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTextsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

  @TempDir private Path home;
  private final KeptTexts texts = new KeptTexts(Clock.fixed(NOW, ZoneOffset.UTC));

  private String read(String content, Instant modified) throws IOException {
    Path file = home.resolve("food.yaml");
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(modified));
    return texts.of(file);
  }

  @Test
  void doNotReadAFileAgainWhoseTimeAndSizeAreTheSame() throws IOException {
    Instant longAgo = NOW.minusSeconds(60);
    assertThat(read("one", longAgo)).isEqualTo("one");

    // Only a text of the same time and size, which no editor writes, shows that nobody looked.
    assertThat(read("two", longAgo)).isEqualTo("one");
  }

  @Test
  void readAFileAgainThatHasAnotherTimeOrSize() throws IOException {
    Instant longAgo = NOW.minusSeconds(60);
    read("one", longAgo);

    assertThat(read("two", longAgo.plusMillis(1))).isEqualTo("two");
    assertThat(read("three", longAgo.plusMillis(1))).isEqualTo("three");
  }

  @Test
  void readAFileAgainThatHadJustBeenWritten() throws IOException {
    Instant justNow = NOW.minusSeconds(1);
    read("one", justNow);

    assertThat(read("two", justNow)).isEqualTo("two");
  }
}
