package com.wechaterp.hub.qualification;

import com.wechaterp.hub.problem.Nearest;
import com.wechaterp.hub.problem.Problem;
import com.wechaterp.hub.problem.ProblemException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one file of {@code config/qualifications}; every finding names file and line. */
final class DeclaredQualification {

  private final Path folder;
  private final String file;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  private DeclaredQualification(Path folder, String file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * Returns the qualification of a file.
   *
   * @param folder where its pictures are
   * @throws ProblemException if the file is wrong
   */
  static Qualification read(Path folder, String file, String text) {
    DeclaredQualification declared = new DeclaredQualification(folder, file);
    declared.compose(text);
    return declared.qualification();
  }

  private void compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Node root;
    try {
      root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw notYaml(line, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw notYaml(1, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
    if (!(root instanceof MappingNode mapping)) {
      throw broken(
          1,
          "the file should hold keys such as 'kind: category'",
          "文件中应有“kind: category”之类的键",
          List.of());
    }
    for (NodeTuple tuple : mapping.getValue()) {
      int line = tuple.getKeyNode().getStartMark().getLine() + 1;
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        throw broken(line, "a key should be a text", "键应为文本", List.of());
      }
      String key = name.getValue();
      if (values.put(key, texts(tuple.getValueNode(), key, line)) != null) {
        throw broken(line, "'" + key + "' stands here twice", "“" + key + "”出现了两次", List.of());
      }
      lines.put(key, line);
    }
  }

  private List<String> texts(Node node, String key, int line) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().isBlank() ? List.of() : List.of(scalar.getValue().strip());
    }
    if (node instanceof SequenceNode list) {
      List<String> texts = new ArrayList<>();
      list.getValue().forEach(each -> texts.addAll(texts(each, key, line)));
      return texts;
    }
    throw broken(
        line,
        "'" + key + "' should be a text or a list of texts",
        "“" + key + "”应为文本或文本列表",
        List.of());
  }

  private Qualification qualification() {
    String word = one("kind");
    QualificationKind kind =
        QualificationKind.of(word)
            .orElseThrow(
                () ->
                    broken(
                        line("kind"),
                        "kind is category, brand or product, not '" + word + "'",
                        "kind 应为 category、brand 或 product，而不是“" + word + "”",
                        List.of("category", "brand", "product")));
    known(kind);
    Map<String, List<String>> pictures = new LinkedHashMap<>();
    kind.pictures().forEach(name -> pictures.put(name, sources(name)));
    Map<String, String> details = new LinkedHashMap<>();
    Qualification.DETAILS.stream()
        .filter(values::containsKey)
        .forEach(name -> details.put(name, one(name)));
    return new Qualification(
        file.replaceFirst("\\.ya?ml$", ""),
        one("account"),
        kind,
        pictures,
        details,
        values.getOrDefault("products", List.of()),
        expires());
  }

  private void known(QualificationKind kind) {
    List<String> keys = new ArrayList<>(List.of("kind", "account", "expires", "products"));
    keys.addAll(kind.pictures());
    keys.addAll(Qualification.DETAILS);
    values
        .keySet()
        .forEach(
            key -> {
              if (!keys.contains(key)) {
                throw broken(
                    line(key),
                    "unknown key '" + key + "'",
                    "没有名为“" + key + "”的键",
                    Nearest.of(key, keys));
              }
            });
  }

  /** Pictures stand beside the file, unless they are addresses. */
  private List<String> sources(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(
            source ->
                source.contains("://")
                    ? source
                    : "file:" + folder.toAbsolutePath().resolve(source).normalize())
        .toList();
  }

  private @Nullable LocalDate expires() {
    String text = one("expires");
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw broken(
          line("expires"),
          "expires is a date such as 2027-03-31, not '" + text + "'",
          "expires 应为 2027-03-31 形式的日期，而不是“" + text + "”",
          List.of());
    }
  }

  private String one(String key) {
    List<String> all = values.getOrDefault(key, List.of());
    return all.isEmpty() ? "" : all.get(0);
  }

  private int line(String key) {
    return lines.getOrDefault(key, 1);
  }

  private ProblemException notYaml(int line, String why) {
    return broken(line, "this is not YAML: " + why, "不是合法的 YAML：" + why, List.of());
  }

  private ProblemException broken(int line, String en, String zh, List<String> nearest) {
    return new ProblemException(
        Problem.of(
            "qualification-file",
            "place",
            "config/qualifications/" + file + ":" + line,
            "detailEn",
            en,
            "detailZh",
            zh,
            "nearest",
            nearest.isEmpty() ? "-" : String.join(", ", nearest)));
  }
}
