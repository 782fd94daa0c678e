package com.wechaterp.hub.route;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.NoSuchLanguageException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in a sentence why something of a route file cannot start. */
final class Failed {

  private static final Pattern DATA_FORMAT =
      Pattern.compile("Data format '([^']+)' could not be created");

  private static final Pattern NO_SETTING =
      Pattern.compile("Property with key \\[[^]]*] not found");

  private static final Pattern KEY =
      Pattern.compile("(?:Unsupported field|Unknown node id): ([^\\s]+)");

  private final TrialContext.Failure failure;
  private final @Nullable RouteDocument document;

  /**
   * @param document the file the failure is in, null if it cannot be told
   */
  Failed(TrialContext.Failure failure, @Nullable RouteDocument document) {
    this.failure = failure;
    this.document = document;
  }

  /** Returns the problem, at its file and line where they are known. */
  Problem problem() {
    int line = document == null ? 0 : document.line(failure.step(), failure.line());
    String at = failure.file() + (line > 0 ? ":" + line : "");
    Matcher format = DATA_FORMAT.matcher(reason(failure.thrown()));
    // The innermost part of the file that cannot be read is the one to mend.
    MarkedYamlEngineException marked = null;
    for (Throwable cause = failure.thrown(); cause != null; cause = cause.getCause()) {
      if (cause instanceof MarkedYamlEngineException part) {
        marked = part;
      }
      if (cause instanceof NoSuchLanguageException language) {
        return missing(at, "language", "表达式语言", language.getLanguage());
      }
      if (cause instanceof ProblemException known) {
        return known.problem();
      }
    }
    if (marked != null) {
      return structure(marked);
    }
    return format.find()
        ? missing(at, "data format", "数据格式", format.group(1))
        : Problem.of("route-step", "at", at, "reason", reason(failure.thrown()));
  }

  /** Returns whether nothing is wrong but a setting that is not set. */
  static boolean forWantOfASetting(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (NO_SETTING.matcher(String.valueOf(cause.getMessage())).find()) {
        return true;
      }
    }
    return false;
  }

  private static Problem missing(String at, String kind, String kindZh, String name) {
    return Problem.of("route-not-in-jar", "at", at, "kind", kind, "kindZh", kindZh, "name", name);
  }

  private Problem structure(MarkedYamlEngineException marked) {
    int line = marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
    String told = String.valueOf(marked.getProblem()).lines().findFirst().orElse("");
    Matcher key = KEY.matcher(told);
    if (document != null && key.find()) {
      line = document.lastBefore(key.group(1), line);
    }
    String at = failure.file() + (line > 0 ? ":" + line : "");
    String reason = told.startsWith("Error constructing") ? reason(marked) : told;
    return Problem.of("route-structure", "at", at, "reason", reason);
  }

  /** Returns the first line of what the last cause says. */
  static String reason(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = root.getMessage();
    String said = message == null ? root.getClass().getSimpleName() : message;
    String first = said.lines().findFirst().orElse("").strip();
    return root instanceof ClassNotFoundException || root instanceof NoClassDefFoundError
        ? "there is no class " + first
        : first.replaceAll("[.]$", "");
  }
}
