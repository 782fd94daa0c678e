package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Problem;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A route file as YAML.
 *
 * @param root the list it holds, null if it holds none
 * @param problem why it holds none, null if it does
 */
record RouteDocument(@Nullable Node root, @Nullable Problem problem) {

  static RouteDocument of(RouteSource source) {
    try {
      Node root =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .compose(new StringReader(source.text()));
      if (root == null || root instanceof SequenceNode list && list.getValue().isEmpty()) {
        return wrong(Problem.of("route-empty", "file", source.file()));
      }
      NodeTuple twice = root instanceof SequenceNode ? RouteStep.twice(root) : null;
      if (twice != null && twice.getKeyNode() instanceof ScalarNode key) {
        return wrong(
            Problem.of(
                "route-duplicate-key",
                "at",
                source.at(RouteStep.start(key)),
                "key",
                key.getValue()));
      }
      return root instanceof SequenceNode
          ? new RouteDocument(root, null)
          : wrong(Problem.of("route-no-list", "at", source.at(root.getStartMark().getLine() + 1)));
    } catch (StackOverflowError e) {
      return wrong(
          Problem.of("route-syntax", "at", source.file(), "reason", "a part of it holds itself"));
    } catch (MarkedYAMLException e) {
      return wrong(syntax(source, e));
    } catch (YAMLException e) {
      return wrong(notText(source, e));
    }
  }

  /** Returns every key with what stands under it, outer ones first. */
  List<RouteStep> steps() {
    Stream.Builder<RouteStep> steps = Stream.builder();
    if (root != null) {
      RouteStep.visit(root, steps::add);
    }
    return steps.build().toList();
  }

  /**
   * Returns the line of a step's key, as people count.
   *
   * @param name the step's name
   * @param line the line Camel gives it: of a mapping's first key counted from 0, of a text from 1
   */
  int line(String name, int line) {
    for (RouteStep step : steps()) {
      if (step.name().equals(name)) {
        int start = RouteStep.start(step.value());
        if (line == (step.value() instanceof ScalarNode ? start : start - 1)) {
          return step.line();
        }
      }
    }
    return line;
  }

  /** Returns the line of the last key of a name at or before a line; that line if there is none. */
  int lastBefore(String name, int line) {
    return steps().stream()
        .filter(step -> step.name().equals(name))
        .mapToInt(RouteStep::line)
        .filter(each -> each <= line)
        .max()
        .orElse(line);
  }

  private static RouteDocument wrong(Problem problem) {
    return new RouteDocument(null, problem);
  }

  private static Problem syntax(RouteSource source, MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    String at = mark == null ? source.file() : source.at(mark.getLine() + 1);
    int column = mark == null ? 1 : mark.getColumn() + 1;
    return Problem.of("route-syntax", "at", at + ":" + column, "reason", e.getProblem());
  }

  /** Such as a control character, which YAML does not allow. */
  private static Problem notText(RouteSource source, YAMLException e) {
    List<String> lines = source.text().lines().toList();
    int line = 0;
    while (line < lines.size()
        && lines.get(line).codePoints().allMatch(StreamReader::isPrintable)) {
      line++;
    }
    String at = line == lines.size() ? source.file() : source.at(line + 1);
    String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return Problem.of("route-syntax", "at", at, "reason", reason);
  }
}
