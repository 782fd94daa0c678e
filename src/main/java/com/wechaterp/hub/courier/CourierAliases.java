package com.wechaterp.hub.courier;

import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The admin's file {@code config/wechat/couriers.yaml}, read anew when it changes.
 *
 * <p>A version that cannot be read is reported once; the last good one stays in use.
 */
public class CourierAliases {

  private static final Logger LOG = LoggerFactory.getLogger(CourierAliases.class);
  private static final String NAME = "config/wechat/couriers.yaml";

  private final Path file;
  private Map<String, String> good = Map.of();
  private String read = "";
  private @Nullable Problem broken;

  CourierAliases(Path home) {
    this.file = home.resolve(NAME);
  }

  /** Returns WeChat's id by each other name. */
  public synchronized Map<String, String> current() {
    refresh();
    return good;
  }

  /** Returns what is wrong with the file. */
  public synchronized Optional<Problem> problem() {
    refresh();
    return Optional.ofNullable(broken);
  }

  private void refresh() {
    String text = text();
    if (text == null || text.equals(read)) {
      return;
    }
    read = text;
    try {
      good = parse(text);
      broken = null;
    } catch (ProblemException e) {
      broken = e.problem();
      LOG.error("{}", e.getMessage());
    }
  }

  /** Returns the file's text, empty if there is no file, null if it cannot be read just now. */
  private @Nullable String text() {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      // It was just replaced or deleted; the next look sees what came of it.
      LOG.warn("The file {} cannot be read: {}", file, e.toString());
      return null;
    }
  }

  private static Map<String, String> parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object parsed;
    try {
      parsed = new Yaml(new SafeConstructor(options)).load(text);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw broken(NAME + ":" + line, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw broken(NAME, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
    if (parsed == null) {
      return Map.of();
    }
    if (!(parsed instanceof Map<?, ?> byId)) {
      throw broken(NAME, "'" + parsed + "' should be lines such as SF: [顺丰, SF-Express]");
    }
    return aliases(byId);
  }

  private static Map<String, String> aliases(Map<?, ?> byId) {
    Map<String, String> aliases = new HashMap<>();
    Map<String, String> owners = new HashMap<>();
    byId.forEach(
        (key, names) -> {
          String id = String.valueOf(key);
          if (!(names instanceof List<?> list)) {
            throw broken(NAME, id + ": '" + names + "' should be a list such as [顺丰, SF-Express]");
          }
          for (Object each : list) {
            String alias = String.valueOf(each);
            String other = owners.put(CourierList.plain(alias), id);
            if (other != null && !other.equals(id)) {
              throw new ProblemException(
                  Problem.of(
                      "courier-alias-twice",
                      "alias",
                      alias,
                      "id",
                      id,
                      "other",
                      other,
                      "file",
                      NAME));
            }
            aliases.put(alias, id);
          }
        });
    return Map.copyOf(aliases);
  }

  private static ProblemException broken(String place, String detail) {
    return new ProblemException(
        Problem.of("courier-file-broken", "place", place, "detail", detail));
  }
}
