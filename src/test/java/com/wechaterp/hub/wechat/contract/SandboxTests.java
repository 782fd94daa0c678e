package com.wechaterp.hub.wechat.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tests that run against the sandbox, and what they name: in a text of their own, or of a
 * helper class they use. Comments do not count.
 */
final class SandboxTests {

  private static final Path TESTS = Path.of("src/test/java/com/wechaterp/hub");

  /** Starts the sandbox, alone or with a hub. */
  private static final Pattern STARTS =
      Pattern.compile("\\b(SandboxServer|RunningHub|HubProcess|KillableHub|HubApplication)\\b");

  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*/\\*(?s:.*?)\\*/|^\\s*//.*$");
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
  private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w+\\b");

  /** The texts by the name of the test; tests of one name in two packages stand together. */
  private final Map<String, String> texts;

  private SandboxTests(Map<String, String> texts) {
    this.texts = texts;
  }

  static SandboxTests read() {
    Map<Path, String> sources = sources();
    Map<String, String> helpers = new TreeMap<>();
    sources.forEach(
        (file, source) -> {
          if (!isTest(file)) {
            helpers.merge(name(file), source, String::concat);
          }
        });
    Map<String, String> texts = new TreeMap<>();
    sources.forEach(
        (file, source) -> {
          String whole = source + used(source, helpers);
          if (name(file).endsWith("IT") && STARTS.matcher(whole).find()) {
            texts.merge(name(file), textsOf(whole), String::concat);
          }
        });
    return new SandboxTests(texts);
  }

  private static Map<Path, String> sources() {
    Map<Path, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.put(file, COMMENT.matcher(Files.readString(file)).replaceAll(""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  private static boolean isTest(Path file) {
    return name(file).endsWith("IT") || name(file).endsWith("Test");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replace(".java", "");
  }

  private static String used(String source, Map<String, String> helpers) {
    return TYPE.matcher(source)
        .results()
        .map(MatchResult::group)
        .distinct()
        .map(type -> helpers.getOrDefault(type, ""))
        .collect(Collectors.joining());
  }

  private static String textsOf(String source) {
    return TEXT.matcher(source)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Returns the tests that name something. */
  List<String> of(Pattern name) {
    return texts.entrySet().stream()
        .filter(test -> name.matcher(test.getValue()).find())
        .map(Map.Entry::getKey)
        .toList();
  }
}
