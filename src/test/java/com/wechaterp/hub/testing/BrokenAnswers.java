package com.wechaterp.hub.testing;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test during which the sandbox answered something that breaks the contract. It stands
 * in {@code logback-test.xml} for the sandbox's own check, and with JUnit for all tests.
 */
public final class BrokenAnswers extends AppenderBase<ILoggingEvent>
    implements AfterEachCallback, AfterAllCallback {

  /** What the sandbox's check says, also in the log of a process of its own. */
  static final String SAYING = "breaks the contract: ";

  private static final Queue<String> TOLD = new ConcurrentLinkedQueue<>();

  @Override
  protected void append(ILoggingEvent event) {
    TOLD.add(event.getFormattedMessage());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    fail();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    fail();
  }

  /** Takes what the log of another process says, which ended. */
  static void of(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      lines.filter(line -> line.contains(SAYING)).forEach(TOLD::add);
    } catch (IOException | UncheckedIOException e) {
      throw new AssertionError("The log " + log + " cannot be read", e);
    }
  }

  /** Takes what was told so far, for the test of this very check. */
  public static List<String> take() {
    List<String> told = new ArrayList<>();
    for (String each = TOLD.poll(); each != null; each = TOLD.poll()) {
      told.add(each);
    }
    return told;
  }

  private static void fail() {
    List<String> told = take();
    if (!told.isEmpty()) {
      throw new AssertionError(String.join("\n", told));
    }
  }
}
