package com.wechaterp.hub.cli;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** How a command answers: for people or scripts, in Chinese or English. */
final class Output {

  /** Made only where a command reads or writes JSON: it takes a third of a short command's time. */
  private static final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
  }

  @Option(names = "--json", description = "Answer as JSON. 以 JSON 输出。")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "Language; default HUB_LANGUAGE or the system's. 语言。")
  private @Nullable String lang;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  static JsonMapper mapper() {
    return Json.MAPPER;
  }

  /** Returns the output options of a command that failed. */
  static Output of(CommandLine command) {
    Object mixin = command.getCommandSpec().mixins().getOrDefault("output", CommandSpec.create());
    Object options = ((CommandSpec) mixin).userObject();
    return options instanceof Output output ? output : new Output();
  }

  Language language() {
    String tag = lang == null ? System.getenv("HUB_LANGUAGE") : lang;
    return Language.of(Objects.requireNonNullElse(tag, Locale.getDefault().getLanguage()));
  }

  /** Prints an answer, as JSON or as text. */
  void print(Object answer, String text) {
    out().println(json ? mapper().writeValueAsString(answer) : text);
  }

  /** Prints how far a long work is, where it does not mix with the answer. */
  void progress(String text) {
    command.commandLine().getErr().println(text);
  }

  /** Prints what was looked at and returns the exit code. */
  int report(List<Finding> findings) {
    boolean good = findings.stream().allMatch(Finding::good);
    if (json) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("good", good);
      answer.put("checks", findings.stream().map(f -> f.fields(language())).toList());
      out().println(mapper().writeValueAsString(answer));
    } else {
      findings.forEach(finding -> out().println(finding.line(language())));
    }
    return good ? 0 : 1;
  }

  /** Prints why a command could not do its work and returns the exit code. */
  int fail(Problem problem) {
    String sentence = problem.sentence(language());
    if (json) {
      out()
          .println(
              mapper().writeValueAsString(Map.of("code", problem.code(), "message", sentence)));
    } else {
      command.commandLine().getErr().println(sentence);
    }
    return 1;
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }
}
