package com.wechaterp.hub.courier;

import com.wechaterp.hub.problem.Language;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import com.wechaterp.hub.problem.Unreadable;
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
  private final Language language;
  private Map<String, String> good = Map.of();
  private @Nullable String read;
  private @Nullable Problem broken;

  CourierAliases(Path home, Language language) {
    this.file = home.resolve(NAME);
    this.language = language;
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
    try {
      take(Files.readString(file));
    } catch (IOException e) {
      read = null;
      if (Unreadable.isGone(file, e)) {
        good = Map.of();
        broken = null;
      } else {
        setAside(Unreadable.problem("file-unreadable", NAME, e));
      }
    }
  }

  private void take(String text) {
    if (text.equals(read)) {
      return;
    }
    read = text;
    try {
      good = parse(text);
      broken = null;
    } catch (ProblemException e) {
      setAside(e.problem());
    }
  }

  /** Tells it once. */
  private void setAside(Problem problem) {
    if (!problem.equals(broken)) {
      LOG.error("{}", problem.sentence(language));
    }
    broken = problem;
  }

  private static Map<String, String> parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object parsed;
    try {
      parsed = new Yaml(new SafeConstructor(options)).load(text);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw notYaml(NAME + ":" + line, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw notYaml(NAME, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
    if (parsed == null) {
      // As a save leaves it that was cut off; a file that is removed takes its names back.
      throw broken(NAME, "the file holds no names", "文件中没有任何名称");
    }
    if (!(parsed instanceof Map<?, ?> byId)) {
      throw broken(
          NAME,
          "'" + parsed + "' should be lines such as SF: [顺丰, SF-Express]",
          "“" + parsed + "”应为 SF: [顺丰, SF-Express] 形式的行");
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
            throw broken(
                NAME,
                id + ": '" + names + "' should be a list such as [顺丰, SF-Express]",
                id + "：“" + names + "”应为 [顺丰, SF-Express] 形式的列表");
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

  private static ProblemException notYaml(String place, String why) {
    return broken(place, "this is not YAML: " + why, "不是合法的 YAML：" + why);
  }

  private static ProblemException broken(String place, String en, String zh) {
    return new ProblemException(
        Problem.of("courier-file-broken", "place", place, "detailEn", en, "detailZh", zh));
  }
}
