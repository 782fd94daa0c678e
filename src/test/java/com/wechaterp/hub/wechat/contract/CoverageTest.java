package com.wechaterp.hub.wechat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Proves that every operation and event of the contract is used and tested, and keeps the table
 * that says where. To write it anew: {@code ./mvnw test -Dtest=CoverageTest -Dcoverage.write=true}.
 */
class CoverageTest {

  private static final Path TABLE = Path.of("src/docs/COVERAGE.md");
  private static final Path MAIN = Path.of("src/main/java/com/wechaterp/hub");

  /** The sandbox plays WeChat; what it names is no use of it. */
  private static final Path SANDBOX = MAIN.resolve("sandbox");

  /** Operations the hub's own flows have no use for, and why. */
  private static final Map<String, String> UNUSED =
      Map.of(
          "cgi-bin/token", "nothing: `AccessTokens` takes `cgi-bin/stable_token`",
          "wxa/sec/order/setwxatradetypecgi", "nothing: it is a person's application",
          "wxa/sec/famousbrand/apply", "nothing: it is a person's application",
          "wxa/sec/famousbrand/get_status", "nothing: it is a person's application");

  private static final String HEAD =
      """
      # What uses and tests the contract

      Made by `CoverageTest`, which fails when a row is empty or this file is out of date: \
      `./mvnw test -Dtest=CoverageTest -Dcoverage.write=true` writes it anew. \
      A test counts where it names the operation or event itself and runs against the sandbox; \
      those that go over all of them, `ContractPlayedIT` and `EventSamplesTest`, do not count. \
      Any operation can also be called at `POST /api/v1/wechat/<operation>`.
      """;

  private final WeChatContract contract = WeChatContract.load();
  private final Map<String, String> main = sources(MAIN, SANDBOX, ".java");
  private final Map<String, String> routes = sources(Path.of("routes"), SANDBOX, ".yaml");
  private final SandboxTests tests = SandboxTests.read();

  /** One row of the table. */
  private record Row(String name, String usedBy, String testedBy) {

    boolean complete() {
      return !usedBy.isEmpty() && !testedBy.isEmpty();
    }

    String line() {
      return "| `" + name + "` | " + usedBy + " | " + testedBy + " |";
    }
  }

  private static Map<String, String> sources(Path folder, Path except, String suffix) {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(suffix)).toList()) {
        if (!file.startsWith(except)) {
          String name = String.valueOf(file.getFileName()).replace(".java", "");
          sources.merge(name, Files.readString(file), String::concat);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return sources;
  }

  private static List<String> naming(Map<String, String> sources, Pattern name) {
    return sources.entrySet().stream()
        .filter(source -> name.matcher(source.getValue()).find())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The name with nothing before or after it that would make it another. */
  private static Pattern word(String name) {
    return Pattern.compile("(?<![\\w/])/?" + Pattern.quote(name) + "(?![\\w/])");
  }

  private static String few(List<String> names) {
    int most = 4;
    String shown = String.join(", ", names.subList(0, Math.min(most, names.size())));
    return names.size() > most ? shown + ", …" : shown;
  }

  private List<Row> operations() {
    List<Row> rows = new ArrayList<>();
    for (String id : new TreeSet<>(contract.operations().stream().map(Operation::id).toList())) {
      Pattern name = word(id);
      List<String> users = new ArrayList<>(naming(routes, name));
      users.addAll(naming(main, name));
      if (UNUSED.containsKey(id)) {
        users.add(UNUSED.get(id));
      }
      rows.add(new Row(id, few(users), few(tests.of(name))));
    }
    return rows;
  }

  private List<Row> events() {
    Map<String, String> flows = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(Path.of("src/main/resources/inbox-events.yaml"))) {
        var entry = Pattern.compile("^(\\w+): \\{flow: ([\\w-]+)").matcher(line);
        if (entry.find()) {
          flows.put(entry.group(1), entry.group(2));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    List<Row> rows = new ArrayList<>();
    for (String event : new TreeSet<>(contract.events().stream().map(EventType::name).toList())) {
      String flow = flows.getOrDefault(event, "");
      String files =
          flow.isEmpty() ? "" : few(naming(routes, Pattern.compile("work:" + flow + "\\b")));
      String used = files.isEmpty() ? "" : "flow " + flow + ", " + files;
      rows.add(new Row(event, used, few(tests.of(word(event)))));
    }
    return rows;
  }

  private String table() {
    StringBuilder table = new StringBuilder(HEAD);
    table.append(
        "\n## Operations\n\n| Operation | Used by | Tested against the sandbox by |\n|---|---|---|\n");
    operations().forEach(row -> table.append(row.line()).append('\n'));
    table.append(
        "\n## Events\n\n| Event | Used by | Tested against the sandbox by |\n|---|---|---|\n");
    events().forEach(row -> table.append(row.line()).append('\n'));
    return table.toString();
  }

  @Test
  void findsAUseAndATestOfEveryOperation() {
    assertThat(operations()).filteredOn(row -> !row.complete()).isEmpty();
  }

  @Test
  void findsAUseAndATestOfEveryEvent() {
    assertThat(events()).filteredOn(row -> !row.complete()).isEmpty();
  }

  @Test
  void keepsTheTableUpToDate() throws IOException {
    if (Boolean.getBoolean("coverage.write")) {
      Files.writeString(TABLE, table());
    }
    assertThat(Files.readString(TABLE)).isEqualTo(table());
  }
}
