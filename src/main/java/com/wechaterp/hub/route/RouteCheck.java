package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Problem;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/** Checks a route file against everything it names, without starting or registering anything. */
final class RouteCheck {

  private final CamelContext live;

  RouteCheck(CamelContext live) {
    this.live = live;
  }

  /**
   * Returns what is wrong with a file; empty if it can run.
   *
   * @param taken the ids of the routes of all other files, with the file they are in; those of this
   *     file are added
   */
  List<Problem> check(RouteSource source, Map<String, String> taken) {
    Node document;
    try {
      document =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .compose(new StringReader(source.text()));
    } catch (MarkedYAMLException e) {
      return List.of(syntax(source, e));
    } catch (YAMLException e) {
      return List.of(notText(source, e));
    }
    if (document == null) {
      return List.of(Problem.of("route-empty", "file", source.file()));
    }
    List<Problem> found = structure(source);
    if (!found.isEmpty()) {
      return found;
    }
    RouteNames names = new RouteNames(live, source, taken);
    RouteStep.visit(document, names::check);
    return names.problems();
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

  /** Lets Camel read the file into a context of its own that is never started. */
  private static List<Problem> structure(RouteSource source) {
    List<Problem> found = new ArrayList<>();
    try (DefaultCamelContext scratch = new DefaultCamelContext()) {
      PluginHelper.getRoutesLoader(scratch).loadRoutes(source.resource());
    } catch (Exception e) {
      found.add(structureProblem(source, e));
    }
    return found;
  }

  private static Problem structureProblem(RouteSource source, Throwable thrown) {
    String at = source.file();
    String reason = String.valueOf(thrown.getMessage());
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof MarkedYamlEngineException marked) {
        at = marked.getProblemMark().map(mark -> source.at(mark.getLine() + 1)).orElse(at);
        reason = String.valueOf(marked.getProblem());
      }
    }
    return Problem.of("route-structure", "at", at, "reason", reason.lines().findFirst().orElse(""));
  }
}
