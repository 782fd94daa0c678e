package com.wechaterp.hub.erp.pack;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** The texts of a pack's folder, and where in {@code pack.yaml} a mistake stands. */
final class PackText {

  private static final String YAML = "pack.yaml";
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Path folder;
  private final String name;
  private final UnaryOperator<String> placeholders;
  private @Nullable Node document;

  PackText(Path folder, UnaryOperator<String> placeholders) {
    this.folder = folder;
    this.placeholders = placeholders;
    this.name = String.valueOf(folder.getFileName());
  }

  String name() {
    return name;
  }

  /** Returns what {@code pack.yaml} says. */
  Map<String, Object> root() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    String text = placeholders.apply(file(YAML));
    try {
      document = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      return map(new WrittenYaml(options).read(document), "");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      int column = e.getProblemMark() == null ? 0 : e.getProblemMark().getColumn() + 1;
      String why = String.valueOf(e.getProblem());
      throw broken(
          YAML + ":" + line + ":" + column, "not YAML: " + why, "不是合法的 YAML：" + why, List.of());
    } catch (ReaderException e) {
      long line = text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count() + 1;
      String character = "U+%04X".formatted(e.getCodePoint());
      throw broken(
          YAML + ":" + line,
          "the character " + character + " is no text",
          "字符 " + character + " 不是文本",
          List.of());
    } catch (YAMLException e) {
      String why = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
      throw broken(YAML, why, why, List.of());
    }
  }

  /** Returns the text of a file beside it, without the mark that some editors begin it with. */
  String file(String file) {
    try {
      String text = Files.readString(folder.resolve(file));
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw broken(file, "it is not UTF-8; save it as UTF-8", "不是 UTF-8 编码，请保存为 UTF-8", List.of());
    } catch (IOException e) {
      throw broken(file, "the file cannot be read", "无法读取该文件", Nearest.of(file, files()));
    }
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> String.valueOf(each.getFileName())).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Returns the statements of a file, at least one. */
  List<String> statements(String file) {
    SqlText sql = SqlText.of(file(file));
    if (sql.openSince() > 0) {
      throw broken(
          file + ":" + sql.openSince(),
          "the quote or comment that begins in this line is never closed",
          "此行开始的引号或注释没有结束",
          List.of());
    }
    List<String> statements = sql.statements();
    if (statements.isEmpty()) {
      throw broken(file, "there is no statement in it", "其中没有语句", List.of());
    }
    return statements;
  }

  /** Returns the statement of a file that reads, which is one. */
  String query(String file) {
    List<String> statements = statements(file);
    if (statements.size() > 1) {
      throw broken(
          file + ":" + SqlText.line(statements.get(1)),
          "it has " + statements.size() + " statements; what reads is one SELECT",
          "其中有 " + statements.size() + " 条语句；读取数据只能是一条 SELECT",
          List.of());
    }
    return statements.get(0);
  }

  /** Returns the mapping under a path, empty if it is left out. */
  Map<String, Object> map(@Nullable Object node, String path) {
    Map<String, Object> byName = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> byName.put(String.valueOf(key), value));
    } else if (node != null) {
      throw wrong(
          path,
          "'" + node + "' should be a mapping of names to values",
          "“" + node + "”应为“名称: 值”的映射",
          List.of());
    }
    return byName;
  }

  /** A rule in the wrong shape must not pass as no rule: 19.00 yuan would go out as 19 fen. */
  Map<String, Object> mapping(@Nullable Object node, String path) {
    if (node == null) {
      throw wrong(
          path,
          "nothing stands here; write {} where nothing needs to be said",
          "没有内容；无需说明时请写 {}",
          List.of());
    }
    if (!(node instanceof Map<?, ?>)) {
      throw wrong(
          path,
          "'" + node + "' should be a mapping such as {money: yuan}",
          "“" + node + "”应为 {money: yuan} 形式的映射",
          List.of());
    }
    return map(node, path);
  }

  Map<String, String> texts(@Nullable Object node, String path) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(node, path).forEach((key, value) -> texts.put(key, single(value, path + "." + key)));
    return texts;
  }

  /** Nothing, or a list, must not pass as the word that Java has for it. */
  private String single(@Nullable Object value, String path) {
    if (value == null) {
      throw wrong(
          path,
          "it is left empty; write a value, or \"\" for none",
          "没有填写；请填写取值，空值请写 \"\"",
          List.of());
    }
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      throw wrong(
          path, "'" + value + "' should be a single value", "“" + value + "”应为单个取值", List.of());
    }
    return String.valueOf(value);
  }

  /**
   * Returns a whole number that is not below zero, 0 if it is not given.
   *
   * @param at where it stands
   * @param en what it counts, such as "a number of pieces"
   * @param zh the same in Chinese
   */
  int count(Map<String, Object> node, String key, String at, String en, String zh) {
    Object given = node.getOrDefault(key, 0);
    if (!(given instanceof Integer number) || number < 0) {
      throw wrong(
          at,
          key + " is " + en + ", not '" + given + "'",
          key + " 应为" + zh + "，而不是“" + given + "”",
          List.of());
    }
    return number;
  }

  static String text(Map<String, Object> node, String key, String otherwise) {
    return Objects.requireNonNullElse(optional(node, key), otherwise);
  }

  static @Nullable String optional(Map<String, Object> node, String key) {
    Object value = node.get(key);
    return value == null ? null : String.valueOf(value);
  }

  /**
   * Returns a mistake in {@code pack.yaml}.
   *
   * @param path its keys, joined by dots
   * @param nearest what was probably meant
   */
  ProblemException wrong(String path, String en, String zh, Collection<String> nearest) {
    Node root = document;
    String line = root == null ? "" : ":" + line(root, path, root.getStartMark().getLine() + 1);
    return broken(YAML + line + (path.isEmpty() ? "" : ": " + path), en, zh, nearest);
  }

  /** Follows the path as far as the document goes; a key may hold dots itself. */
  private static int line(Node node, String path, int last) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key
            && (path + ".").startsWith(key.getValue() + ".")) {
          String rest = path.substring(Math.min(path.length(), key.getValue().length() + 1));
          return line(tuple.getValueNode(), rest, key.getStartMark().getLine() + 1);
        }
      }
    }
    return last;
  }

  /** Returns a mistake in any file of the pack. */
  ProblemException broken(String place, String en, String zh, Collection<String> nearest) {
    return new ProblemException(
        Problem.of(
            "erp-pack-broken",
            "place",
            name + "/" + place,
            "detailEn",
            en,
            "detailZh",
            zh,
            "nearest",
            nearest.isEmpty() ? "-" : String.join(", ", nearest)));
  }
}
